using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.DataProtection.Storage;

/// <summary>Which requests somebody meets: those of their places, and never one about themselves. Somebody else works on that.</summary>
internal static class RequestVisibility
{
    public static IQueryable<PersonRequest> RequestsFor(this Store store, Viewer viewer, IReadOnlyCollection<Guid> places)
    {
        var me = viewer.IdentityId;
        return store.Set<PersonRequest>().Where(request => places.Contains(request.Org) && request.About != me);
    }
}
