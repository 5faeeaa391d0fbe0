using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Requests for which one's desk still has to look through what it holds.</summary>
[Needs(DataProtectionPermissions.LookThrough)]
internal sealed class LookThroughListModel(FindLookThrough find) : RoomPage
{
    public IReadOnlyList<LookThroughRow> Rows { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Rows = await find.OfAsync(Viewer, stop);
        return true;
    }
}
