using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>
/// Writes down, for a record's readers, that somebody asked for it who may not know of it. Where there is no such record the same
/// questions are asked and the same kind of commit is waited for, so that neither the answer nor its time tells hidden from absent.
/// </summary>
internal sealed class RefusedLookUps(Store store, TimeProvider clock)
{
    /// <summary>Somebody who tries again within this time has made one attempt.</summary>
    public static readonly TimeSpan OneAttempt = TimeSpan.FromMinutes(5);

    public async Task NoteAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        var at = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        // Two clicks at once are one attempt.
        await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{viewer.IdentityId}{reference}"}, 0))", stop);
        // From another school the second wall hides the record; the attempt is noted where the record lies.
        await store.OpenForThisWorkAsync("a refused look-up", stop);
        var asked = await store.Set<Incident>().Where(one => one.Reference == reference).Select(one => new { one.Id, one.Org }).SingleOrDefaultAsync(stop);
        var (id, org) = (asked?.Id ?? Guid.Empty, asked?.Org ?? Guid.Empty);
        var knows = await store.IncidentsFor(viewer).AnyAsync(one => one.Id == id, stop);
        var noted = await NotedAsync(id, viewer.IdentityId, at - OneAttempt, stop);

        if (asked is null || knows || noted) await store.CommitNothingAsync(stop);
        else await store.CommitAsync(viewer.Deed(org, at), new RecordRefused(new RecordRef(Incident.Kind, id)), stop);
    }

    private Task<bool> NotedAsync(Guid incident, Guid by, DateTimeOffset since, CancellationToken stop) => store.Set<JournalRow>()
        .AnyAsync(row => row.RecordId == incident && row.RecordKind == Incident.Kind && row.Act == nameof(RecordRefused) && row.ByIdentity == by && row.At > since, stop);
}
