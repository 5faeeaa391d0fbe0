using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Pages.Duties;

/// <summary>The organisations, and the schools among them, whose year and numbers somebody keeps.</summary>
internal sealed class FindPlaces(IPlaces places)
{
    public Task<IReadOnlyList<OrganisationCard>> AllAsync(Viewer viewer, CancellationToken stop) => places.CardsAsync(viewer, DutyPermissions.SetUp, stop);

    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop) =>
        [.. (await AllAsync(viewer, stop)).Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting)];
}
