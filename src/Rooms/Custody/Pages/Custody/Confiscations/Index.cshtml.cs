using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Confiscations;

/// <summary>What one took or gives back, due first.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class IndexModel(CustodyReach reach, TimeProvider clock) : RoomPage
{
    private const int Most = 100;

    public IReadOnlyList<Confiscation> Open { get; private set; } = [];

    public IReadOnlyList<Confiscation> Ended { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var mine = reach.ToGiveBack(Viewer).AsNoTracking();
        Open = await mine.Where(one => one.GivenBack == null && one.ItemId == null).OrderBy(one => one.DueAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        Ended = await mine.Where(one => one.GivenBack != null || one.ItemId != null).OrderByDescending(one => one.TakenAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        return true;
    }
}
