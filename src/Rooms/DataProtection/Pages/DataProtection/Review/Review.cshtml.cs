using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.DataProtection.Pages.DataProtection.Review;

/// <summary>Records whose period is over. Nothing goes by itself: somebody looks at each.</summary>
[Needs(DataProtectionPermissions.Review)]
internal sealed class ReviewModel(FindReview find, Store store, TimeProvider clock) : RoomPage
{
    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];

    public IReadOnlyList<(Tombstone Stone, string Name)> Erased { get; private set; } = [];

    public bool Watches => Viewer.May(DataProtectionPermissions.Watch);

    /// <summary>Whoever only watches can be the second person, and anybody who sees it can stop it.</summary>
    public bool ActsOn(ReviewRow row) => Watches && row.Purge is not null;

    /// <summary>Whoever decides holds it where they decide.</summary>
    public bool Holds(ReviewRow row) => Watches && row.Record.DecideAt is null;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Rows = await find.OfAsync(Viewer, stop);
        Erased = await find.TombstonesAsync(Viewer, stop);
        // Whoever may read a record can see who has learned of it here, as from every list.
        foreach (var place in Rows.GroupBy(row => row.Record.Org))
            await store.CommitAsync(Viewer.Deed(place.Key, clock.GetUtcNow()), new ListRead(new RecordRef("list", place.Key), "retention", [.. place.Select(row => row.Record.Ref.Id)]), stop);
        return true;
    }
}
