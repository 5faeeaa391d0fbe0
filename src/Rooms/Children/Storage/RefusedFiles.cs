using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <summary>
/// Writes down, for whoever keeps a child's file, that somebody asked for it who may not know of it. Where there is no such file the same
/// questions are asked and the same kind of commit is waited for, so that neither the answer nor its time tells hidden from absent.
/// </summary>
internal sealed class RefusedFiles(Store store, FilesInReach files, TimeProvider clock)
{
    // Somebody who tries again within this time has made one attempt.
    private static readonly TimeSpan OneAttempt = TimeSpan.FromMinutes(5);

    public async Task NoteAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        var at = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        // Two clicks at once are one attempt.
        await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{viewer.IdentityId}{reference}"}, 0))", stop);
        // From another school the second wall hides the file; the attempt is noted where the file lies.
        await store.OpenForThisWorkAsync("a refused look-up of a file", stop);
        var asked = await store.Set<ChildFile>().Where(one => one.Reference == reference).Select(one => new { one.Id, one.Org }).SingleOrDefaultAsync(stop);
        var (id, org, since, me) = (asked?.Id ?? Guid.Empty, asked?.Org ?? Guid.Empty, at - OneAttempt, viewer.IdentityId);
        var knows = await (await files.ForAsync(viewer, stop)).AnyAsync(one => one.Id == id, stop);
        var noted = await store.Set<JournalRow>().AnyAsync(row => row.RecordId == id && row.RecordKind == ChildFile.Kind && row.Act == nameof(RecordRefused) && row.ByIdentity == me && row.At > since, stop);

        if (asked is null || knows || noted) await store.CommitNothingAsync(stop);
        else await store.CommitAsync(viewer.Deed(org, at), new RecordRefused(new RecordRef(ChildFile.Kind, id)), stop);
    }
}
