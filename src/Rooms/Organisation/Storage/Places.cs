using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Organisation.Storage;

internal sealed class Places(IOrganisations organisations, OrganisationScope scope, PermissionCatalogue permissions) : IPlaces
{
    public async Task<IReadOnlyList<Guid>> OpenAsync(Viewer viewer, string permission, CancellationToken stop)
    {
        var places = await organisations.WithDescendantsAsync(permissions.Get(permission).PlacesOf(viewer), stop);
        scope.For(viewer.Organisations.Concat(places).Distinct());
        return places;
    }

    public async Task<IReadOnlyList<OrganisationCard>> CardsAsync(Viewer viewer, string permission, CancellationToken stop)
    {
        var mine = await OpenAsync(viewer, permission, stop);
        return [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)];
    }
}
