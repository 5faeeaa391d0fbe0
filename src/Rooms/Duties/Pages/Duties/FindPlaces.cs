using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Pages.Duties;

/// <summary>The organisations, and the schools among them, whose year and numbers somebody keeps.</summary>
internal sealed class FindPlaces(IPlaces places, IOrganisations organisations)
{
    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(Viewer viewer, CancellationToken stop)
    {
        var mine = await places.OpenAsync(viewer, DutyPermissions.SetUp, stop);
        return [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop) =>
        [.. (await AllAsync(viewer, stop)).Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting)];
}
