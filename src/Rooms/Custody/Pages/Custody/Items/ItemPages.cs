using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>What the pages and acts of one item share: finding it through the viewer, and noting the reading before anything is shown.</summary>
internal sealed class ItemPages(Store store, CustodyReach reach, TimeProvider clock)
{
    public async Task<Item?> FindAsync(Viewer viewer, RandomReference reference, CancellationToken stop) =>
        await (await reach.ItemsAsync(viewer, stop)).SingleOrDefaultAsync(item => item.Reference == reference, stop);

    public Task NoteReadingAsync(Viewer viewer, Item item, string how, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(item.Org, clock.GetUtcNow()), new RecordRead(item.Ref, how), stop);

    /// <summary>
    /// Whether this person answers for the item towards the police and the family: the safeguarding team, the head, and the chair for what
    /// they may know of. They read whose it is; whoever only keeps it does not.
    /// </summary>
    public static bool Leads(Viewer viewer, Item item) => CustodyReach.ReadsRegister(viewer, item.Org)
        || viewer.Seats.Any(seat => seat.Organisation == item.Org && seat.Role == nameof(Role.ChairOfGovernors));
}
