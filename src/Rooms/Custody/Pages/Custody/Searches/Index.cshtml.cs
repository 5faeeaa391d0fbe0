using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>Searches that one made, or decides about as the second.</summary>
[Needs(CustodyPermissions.Confiscate)]
internal sealed class IndexModel(CustodyReach reach) : RoomPage
{
    private const int Most = 100;

    public IReadOnlyList<DeviceSearch> Searches { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Searches = await (await reach.SearchesAsync(Viewer, stop)).AsNoTracking().OrderByDescending(one => one.SearchedAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        return true;
    }
}
