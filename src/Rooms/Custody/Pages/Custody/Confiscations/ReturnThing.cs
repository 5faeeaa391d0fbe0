using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Confiscations;

/// <summary>Gives a confiscated thing back, with the name of whoever received it; before that puts it somewhere else; and tells a parent.</summary>
internal sealed class ReturnThing(Store store, ConfiscationPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, bool toParent, string receivedBy, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } thing) return Refusal.NotFound;
        var deed = viewer.Deed(thing.Org, clock.GetUtcNow());
        var outcome = thing.Return(new GivenBack(toParent, receivedBy, deed.At, viewer.Name), await pages.IsSearchOpenAsync(thing.Id, stop));
        return outcome.IsDone ? await store.CommitAsync(deed, new ThingGivenBack(thing.Ref, toParent, receivedBy), stop) : outcome;
    }

    public async Task<Outcome> MoveAsync(Viewer viewer, RandomReference reference, string keptWhere, bool atOffice, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } thing) return Refusal.NotFound;
        var from = thing.KeptWhere;
        if (from == keptWhere && thing.AtOffice == atOffice) return Outcome.Done;
        var outcome = thing.Move(keptWhere, atOffice);
        return outcome.IsDone ? await store.CommitAsync(viewer.Deed(thing.Org, clock.GetUtcNow()), new ThingMoved(thing.Ref, from, keptWhere, atOffice), stop) : outcome;
    }

    public async Task<Outcome> TellAsync(Viewer viewer, RandomReference reference, string whom, string how, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } thing) return Refusal.NotFound;
        var deed = viewer.Deed(thing.Org, clock.GetUtcNow());
        thing.Tell(new ParentTold(whom, how, deed.At, viewer.Name));
        return await store.CommitAsync(deed, new ParentToldOfIt(thing.Ref, whom, how), stop);
    }
}
