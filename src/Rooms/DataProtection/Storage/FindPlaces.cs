using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.DataProtection.Storage;

/// <summary>The schools, and whatever lies above them, for which somebody acts by a permission.</summary>
internal sealed class FindPlaces(IPlaces places, IOrganisations organisations)
{
    public async Task<IReadOnlyList<OrganisationCard>> OfAsync(Viewer viewer, string permission, CancellationToken stop)
    {
        var mine = await places.OpenAsync(viewer, permission, stop);
        return [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderByDescending(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)];
    }
}
