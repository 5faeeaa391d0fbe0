using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>A record on a page of several.</summary>
internal readonly record struct Shown(Guid Org, Guid Id);

/// <summary>Notes that a list was shown, before it is: one row naming every record on it.</summary>
internal sealed class ListReading(Store store, TimeProvider clock)
{
    public const string Kind = "list";

    public async Task NoteAsync(Viewer viewer, string list, IReadOnlyCollection<Shown> shown, CancellationToken stop)
    {
        // A row lies where its records lie: the trust's lead who looks at two schools must be seen in both schools' journals.
        foreach (var school in shown.GroupBy(one => one.Org))
        {
            var read = new ListRead(new RecordRef(Kind, school.Key), list, [.. school.Select(one => one.Id).Distinct()]);
            await store.CommitAsync(viewer.Deed(school.Key, clock.GetUtcNow()), read, stop);
        }
    }
}
