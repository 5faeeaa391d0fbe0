using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

/// <summary>
/// Writes down, for whoever keeps the register, that somebody asked for a thing of which they may not know. Where there is no such thing the
/// same questions are asked and the same kind of commit is waited for, so that neither the answer nor its time tells hidden from absent.
/// </summary>
internal sealed class RefusedThings(Store store, CustodyAudience audience, TimeProvider clock)
{
    // Somebody who tries again within this time has made one attempt.
    private static readonly TimeSpan OneAttempt = TimeSpan.FromMinutes(5);

    public async Task NoteAsync(Viewer viewer, string kind, RandomReference reference, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        var at = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        // Two clicks at once are one attempt.
        await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{viewer.IdentityId}{reference}"}, 0))", stop);
        // From another school the second wall hides it; the attempt is noted where it lies.
        await store.OpenForThisWorkAsync("a refused look-up in custody", stop);
        var asked = await FindAsync(kind, reference, stop);
        var (id, org, since, me) = (asked?.Id ?? Guid.Empty, asked?.Org ?? Guid.Empty, at - OneAttempt, viewer.IdentityId);
        var knows = (await audience.KnownToAsync(viewer, kind, [id], stop)).Count > 0;
        var noted = await store.Set<JournalRow>().AnyAsync(row => row.RecordId == id && row.RecordKind == kind && row.Act == nameof(RecordRefused) && row.ByIdentity == me && row.At > since, stop);

        if (asked is null || knows || noted) await store.CommitNothingAsync(stop);
        else await store.CommitAsync(viewer.Deed(org, at), new RecordRefused(new RecordRef(kind, id)), stop);
    }

    private async Task<Asked?> FindAsync(string kind, RandomReference reference, CancellationToken stop) => kind switch
    {
        Item.Kind => await store.Set<Item>().Where(one => one.Reference == reference).Select(one => new Asked(one.Id, one.Org)).SingleOrDefaultAsync(stop),
        TechnicianOrder.Kind => await store.Set<TechnicianOrder>().Where(one => one.Reference == reference).Select(one => new Asked(one.Id, one.Org)).SingleOrDefaultAsync(stop),
        Confiscation.Kind => await store.Set<Confiscation>().Where(one => one.Reference == reference).Select(one => new Asked(one.Id, one.Org)).SingleOrDefaultAsync(stop),
        _ => await store.Set<DeviceSearch>().Where(one => one.Reference == reference).Select(one => new Asked(one.Id, one.Org)).SingleOrDefaultAsync(stop),
    };

    private sealed record Asked(Guid Id, Guid Org);
}
