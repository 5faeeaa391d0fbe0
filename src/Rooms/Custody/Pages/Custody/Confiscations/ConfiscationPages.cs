using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Confiscations;

/// <summary>What the pages and acts of one confiscation share.</summary>
internal sealed class ConfiscationPages(Store store, CustodyReach reach, TimeProvider clock)
{
    public Task<Confiscation?> FindAsync(Viewer viewer, RandomReference reference, CancellationToken stop) =>
        reach.Confiscations(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop);

    public Task NoteReadingAsync(Viewer viewer, Confiscation thing, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(thing.Org, clock.GetUtcNow()), new RecordRead(thing.Ref, "opened"), stop);

    /// <summary>Whether the thing was searched and two people have not decided about it.</summary>
    public Task<bool> IsSearchOpenAsync(Guid confiscation, CancellationToken stop) =>
        store.Set<DeviceSearch>().AnyAsync(one => one.ConfiscationId == confiscation && (one.Second == null || !one.Second.Agrees), stop);
}
