using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;

namespace Lifeguard.Duties.Pages.Duties;

/// <summary>
/// Where somebody keeps what the clocks and the numbers depend on: the organisations of those roles, and what lies below a trust's.
/// A trust's administrator sets its schools up, whose rows are otherwise closed to them; so the wall is opened for that piece of work.
/// </summary>
internal sealed class FindPlaces(IOrganisations organisations, OrganisationScope scope)
{
    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(Viewer viewer, CancellationToken stop)
    {
        var seats = viewer.Seats.Where(seat => DutyPermissions.MaySetUp.Any(role => role.ToString() == seat.Role)).Select(seat => seat.Organisation).Distinct().ToList();
        var mine = (await organisations.WithDescendantsAsync(seats, stop)).ToHashSet();
        scope.For(viewer.Organisations.Concat(mine).Distinct());
        return [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop) =>
        [.. (await AllAsync(viewer, stop)).Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting)];
}
