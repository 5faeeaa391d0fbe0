using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Chronology;

/// <summary>
/// One list for a child: what other systems and schools recorded before, and this house's records that the viewer may know of. Asked for a
/// file that was found through the viewer, after its reading. Entries that may be about the viewer are not there for them.
/// </summary>
internal sealed class FindEntries(Store store, FileSeal seal, IPeople people, IEnumerable<IChildRecords> rooms)
{
    public async Task<IReadOnlyList<ChronologyItem>> OfAsync(Viewer viewer, ChildHeading heading, CancellationToken stop)
    {
        var entries = (await EntriesAsync(viewer, heading.File.Id, stop)).Select(entry => ChronologyItem.Of(entry, seal.Open<EntryWords>(entry.Id, entry.Sealed)));
        return [.. entries.Concat((await RecordsAsync(viewer, heading, stop)).Select(ChronologyItem.Of)).OrderBy(item => item.At).ThenBy(item => item.Id)];
    }

    public async Task<IReadOnlyList<ChildEntry>> EntriesAsync(Viewer viewer, Guid file, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        return await store.Set<ChildEntry>().AsNoTracking().Where(entry => entry.FileId == file && !entry.Barred.Contains(me)).OrderBy(entry => entry.HappenedAt).ThenBy(entry => entry.Id).ToListAsync(stop);
    }

    public async Task<IReadOnlyList<ChildRecordLine>> RecordsAsync(Viewer viewer, ChildHeading heading, CancellationToken stop)
    {
        // The roster may have the child twice in a school; both are the child.
        var rows = (await people.RowsOfAsync([heading.Identity], stop)).Where(row => row.Org == heading.File.Org).Select(row => row.Id).ToList();
        List<ChildRecordLine> records = [];
        foreach (var room in rooms) records.AddRange(await room.OfAsync(viewer, heading.File.Org, rows, stop));
        return records;
    }
}
