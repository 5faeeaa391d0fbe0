using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Pages.Duties;

/// <summary>The organisations, and the schools among them, whose year and numbers somebody keeps.</summary>
internal sealed class FindPlaces(IPlaces places, IOrganisations organisations)
{
    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop) =>
        [.. (await AllAsync(viewer, stop)).Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting)];

    /// <summary>A partnership keeps its own numbers, which its schools are shown; it does not enter anything into a school.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> OfNumbersAsync(Viewer viewer, CancellationToken stop)
    {
        var all = await AllAsync(viewer, stop);
        var above = viewer.Seats.Where(seat => seat.Role == nameof(Role.PartnershipOfficer)).Select(seat => seat.Organisation).Where(org => all.All(one => one.Id != org)).Distinct().ToList();
        return above.Count == 0 ? all : [.. (await organisations.AllAsync(stop)).Where(one => above.Contains(one.Id)), .. all];
    }

    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(Viewer viewer, CancellationToken stop) =>
        viewer.May(DutyPermissions.SetUp) ? await places.CardsAsync(viewer, DutyPermissions.SetUp, stop) : [];
}
