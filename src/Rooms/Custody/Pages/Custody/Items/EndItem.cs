using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>An item leaves the school's hands, or is refused to.</summary>
internal sealed class EndItem(Store store, ItemPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, EndingKind kind, string to, string how, string? policeReference, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } item) return Refusal.NotFound;
        var deed = viewer.Deed(item.Org, clock.GetUtcNow());
        var outcome = item.End(new Ending(kind, to, how, policeReference, deed.At, viewer.Name));
        return outcome.IsDone ? await store.CommitAsync(deed, new ItemEnded(item.Ref, kind.InWords(), to, how, policeReference), stop) : outcome;
    }
}
