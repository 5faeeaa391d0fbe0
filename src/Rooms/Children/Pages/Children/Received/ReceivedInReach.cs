using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>A received package is there for whoever opened it: nobody else may know yet whose it is.</summary>
internal static class ReceivedInReach
{
    public static IQueryable<ReceivedFile> ReceivedFilesFor(this Store store, Viewer viewer)
    {
        var me = viewer.IdentityId;
        return store.Set<ReceivedFile>().Where(one => one.ByIdentity == me);
    }
}
