using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <param name="Id">Made with the form: a second click, or the same form sent again, is the same fact.</param>
internal sealed record FactAnswers(Guid Id, FactKind Kind, DateOnly From, DateOnly? Until, FactWords Words);

/// <summary>Enters a fact, or one that takes the place of another which was wrong.</summary>
internal sealed class EnterFact(Store store, ChildPages pages, FileSeal seal, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, FactAnswers answers, Guid? replaces, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file) return Refusal.NotFound;
        if (await store.Set<ChildFact>().AnyAsync(one => one.Id == answers.Id, stop)) return Outcome.Done;

        var deed = viewer.Deed(file.Org, clock.GetUtcNow());
        ChildFact? before = null;
        if (replaces is { } wrong)
        {
            before = await store.Set<ChildFact>().SingleOrDefaultAsync(one => one.Id == wrong && one.FileId == file.Id, stop);
            if (before is null || before.Kind != answers.Kind) return Refusal.NotFound;
            if (before.TakeBack(deed.At) is { IsDone: false } refused) return refused;
        }

        var words = seal.Seal(answers.Id, answers.Words);
        var fact = ChildFact.Enter(answers.Id, file, answers.Kind, answers.From, answers.Until, words, before, deed);
        store.Add(fact);
        try
        {
            return await store.CommitAsync(deed, new FactEntered(file.Ref, fact.Id, fact.Kind.ToString(), fact.From, fact.Until, before?.Id, FileSeal.Digest(words)), stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // The other of two clicks was first.
            store.ChangeTracker.Clear();
            if (await store.Set<ChildFact>().AnyAsync(one => one.Id == answers.Id, stop)) return Outcome.Done;
            throw;
        }
    }
}
