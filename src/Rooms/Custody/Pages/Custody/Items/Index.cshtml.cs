using Lifeguard.Ui.Rooms;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>What somebody holds and is asked to keep: things and orders, never why.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class IndexModel(FindCustody findCustody, TimeProvider clock) : RoomPage
{
    public CustodyList List { get; private set; } = new([], [], [], []);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool HasRegister => Viewer.May(CustodyPermissions.Register);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        List = await findCustody.RunAsync(Viewer, stop);
        return true;
    }
}
