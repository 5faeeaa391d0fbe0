using Lifeguard.Kernel;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;

namespace Lifeguard.Organisation.Storage;

/// <summary>Who may see an import: who keeps the people of the organisation for which the file was chosen.</summary>
internal static class ImportVisibility
{
    public static IQueryable<PeopleImport> ImportsFor(this Store store, Viewer viewer)
    {
        var places = OrganisationPermissions.PlacesOf(viewer);
        return store.Set<PeopleImport>().Where(one => places.Contains(one.Org));
    }
}
