using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Review;

/// <summary>Whether sign-in is closed after a restore. The journal says so: the restore is newer than the last review.</summary>
internal sealed class ReviewOfRights(Store store, OrganisationScope scope) : IReviewOfRights
{
    // The installation's rights as a whole, which belong to no organisation.
    private static readonly RecordRef Rights = new("rights", new Guid("00000000-0000-0000-0000-0000000f1e1d"));
    private static readonly string[] Acts = [nameof(BackupRestored), nameof(RightsReviewed)];

    public async Task CloseSignInAsync(DateTimeOffset stateAt, Deed deed, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        await store.Set<Session>().Where(one => one.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, deed.At.ToUniversalTime()), stop);
        await store.CommitAsync(deed, new BackupRestored(Rights, stateAt.ToUniversalTime()), stop);
    }

    /// <summary>For whoever is not signed in: opens the house to this question.</summary>
    public async Task<bool> IsSignInClosedAsync(CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        return await LastAsync(stop) is { Act: nameof(BackupRestored) };
    }

    /// <summary>When the backup was restored that waits for its review; null when none does.</summary>
    public async Task<DateTimeOffset?> ClosedSinceAsync(CancellationToken stop) => await LastAsync(stop) is { Act: nameof(BackupRestored) } restored ? restored.At : null;

    public Task ConfirmAsync(string by, Deed deed, CancellationToken stop) => store.CommitAsync(deed, new RightsReviewed(Rights, by), stop);

    private Task<JournalRow?> LastAsync(CancellationToken stop) => store.Set<JournalRow>().AsNoTracking()
        .Where(row => row.RecordId == Rights.Id && Acts.Contains(row.Act)).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(stop);
}
