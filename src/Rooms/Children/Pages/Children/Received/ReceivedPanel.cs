using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>A package that somebody opened and did not take in.</summary>
internal sealed class ReceivedPanel(Store store) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop) => !viewer.May(ChildrenPermissions.Files) ? [] :
        [.. (await store.ReceivedFilesFor(viewer).AsNoTracking().Where(one => one.State == ReceivedState.Opened).OrderBy(one => one.OpenedAt).Select(one => one.Reference).Take(5).ToListAsync(stop))
            .Select(one => new Waiting("A file from another school waits to be taken in", Links.ReceivedFile(one), WaitingUrgency.Today))];
}
