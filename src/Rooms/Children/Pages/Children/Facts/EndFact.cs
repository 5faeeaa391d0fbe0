using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>Says that a fact holds no longer, or that it was never true.</summary>
internal sealed class EndFact(Store store, ChildPages pages, TimeProvider clock)
{
    public Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid fact, DateOnly until, CancellationToken stop) =>
        ChangeAsync(viewer, reference, fact, (one, at) => one.End(until, UkTime.DateOf(at)), (file, one) => new FactEnded(file.Ref, one.Id, one.Kind.ToString(), until), null, stop);

    public Task<Outcome> TakeBackAsync(Viewer viewer, RandomReference reference, Guid fact, string why, CancellationToken stop) =>
        ChangeAsync(viewer, reference, fact, (one, at) => one.TakeBack(at), (file, one) => new FactTakenBack(file.Ref, one.Id, one.Kind.ToString()), why, stop);

    private async Task<Outcome> ChangeAsync(
        Viewer viewer, RandomReference reference, Guid fact, Func<ChildFact, DateTimeOffset, Outcome> change, Func<ChildFile, ChildFact, IHappened> news, string? why, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file) return Refusal.NotFound;
        if (await store.Set<ChildFact>().SingleOrDefaultAsync(one => one.Id == fact && one.FileId == file.Id, stop) is not { } found) return Refusal.NotFound;

        var deed = viewer.Deed(file.Org, clock.GetUtcNow(), why);
        var outcome = change(found, deed.At);
        return outcome.IsDone ? await store.CommitAsync(deed, news(file, found), stop) : outcome;
    }
}
