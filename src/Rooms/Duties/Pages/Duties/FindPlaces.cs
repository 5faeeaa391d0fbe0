using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Pages.Duties;

/// <summary>Where somebody keeps what the clocks and the numbers depend on: the organisations of those roles, and what lies below a trust's.</summary>
internal sealed class FindPlaces(IOrganisations organisations)
{
    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(Viewer viewer, CancellationToken stop)
    {
        var mine = viewer.Seats.Where(seat => DutyPermissions.MaySetUp.Any(role => role.ToString() == seat.Role))
            .SelectMany(seat => viewer.ReachOf(seat.Organisation).Prepend(seat.Organisation)).ToHashSet();
        return [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop) =>
        [.. (await AllAsync(viewer, stop)).Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting)];
}
