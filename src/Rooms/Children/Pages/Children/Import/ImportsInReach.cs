using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Children.Pages.Children.Import;

/// <summary>An import is there for whoever chose it, and for nobody else: its preview names children whose files a colleague may not open.</summary>
internal static class ImportsInReach
{
    public static IQueryable<ChronologyImport> ChronologyImportsFor(this Store store, Viewer viewer)
    {
        var me = viewer.IdentityId;
        return store.Set<ChronologyImport>().Where(one => one.ByIdentity == me);
    }
}
