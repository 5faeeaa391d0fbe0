using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>What the pages and acts of one search share.</summary>
internal sealed class SearchPages(Store store, CustodyReach reach, TimeProvider clock)
{
    public async Task<DeviceSearch?> FindAsync(Viewer viewer, RandomReference reference, CancellationToken stop) =>
        await (await reach.SearchesAsync(viewer, stop)).SingleOrDefaultAsync(one => one.Reference == reference, stop);

    public Task NoteReadingAsync(Viewer viewer, DeviceSearch search, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(search.Org, clock.GetUtcNow()), new RecordRead(search.Ref, "opened"), stop);
}
