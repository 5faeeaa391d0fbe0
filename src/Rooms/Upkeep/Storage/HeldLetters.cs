using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Upkeep.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Upkeep.Storage;

/// <summary>The letters that a restore found waiting: counted, never read; let go or dropped by a person. Each sees those of their own organisations.</summary>
internal sealed class HeldLetters(Store store, TimeProvider clock) : IHeldLetters
{
    private IQueryable<OutboxLetter> Waiting => store.Set<OutboxLetter>().Where(letter => letter.SentAt == null && letter.WithdrawnAt == null);

    private IQueryable<OutboxLetter> Held => Waiting.Where(letter => letter.NotBefore == OutboxLetter.HeldBack);

    public async Task HoldBackAsync(CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        var held = await Waiting.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.NotBefore, OutboxLetter.HeldBack), stop);
        if (held == 0) await store.CommitNothingAsync(stop);
        else await store.CommitAsync(Deed.OfSystem(Guid.Empty, "Restore", clock.GetUtcNow()), new LettersHeldBack(UpkeepRecord.Ref, held), stop);
    }

    /// <summary>How many, and when the first and the last were written; null where none is held.</summary>
    public async Task<HeldSeen?> SeenAsync(CancellationToken stop)
    {
        var written = await Held.Select(letter => letter.WrittenAt).ToListAsync(stop);
        return written.Count == 0 ? null : new HeldSeen(written.Count, written.Min(), written.Max());
    }

    public async Task<bool> AnyAsync(CancellationToken stop) => await Held.AnyAsync(stop);

    /// <summary>They go by the next post; whether each reader may still know is asked again then.</summary>
    public Task<Outcome> SendAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        return LetGoAsync(viewer, "sent", held => held.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.NotBefore, now), stop), stop);
    }

    public Task<Outcome> DropAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        return LetGoAsync(viewer, "dropped", held => held.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.WithdrawnAt, now), stop), stop);
    }

    private async Task<Outcome> LetGoAsync(Viewer viewer, string to, Func<IQueryable<OutboxLetter>, Task<int>> change, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        // The second of two clicks finds none.
        if (await change(Held) is var letters and > 0) return await store.CommitAsync(viewer.Deed(viewer.Home, clock.GetUtcNow()), new LettersLetGo(UpkeepRecord.Ref, letters, to), stop);
        await store.CommitNothingAsync(stop);
        return Outcome.Done;
    }
}

internal sealed record HeldSeen(int Letters, DateTimeOffset First, DateTimeOffset Last);
