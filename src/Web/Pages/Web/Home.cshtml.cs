using Lifeguard.Ui.Rooms;

namespace Lifeguard.Web.Pages.Web;

/// <summary>A person's own list. What stands on it comes from the rooms.</summary>
[SignedIn]
internal sealed class HomeModel(IEnumerable<IHomePanel> panels) : RoomPage
{
    public IReadOnlyList<HomeEntry> Buttons { get; private set; } = [];

    public IReadOnlyList<HomeEntry> Links { get; private set; } = [];

    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var entries = Rooms.All.SelectMany(room => room.Home).Where(entry => Viewer.May(entry.Permission)).OrderBy(entry => entry.Order).ToLookup(entry => entry.IsButton);
        (Buttons, Links) = ([.. entries[true]], [.. entries[false]]);

        var waiting = new List<Waiting>();
        foreach (var panel in panels) waiting.AddRange(await panel.WaitingForAsync(Viewer, stop));
        Waiting = [.. waiting.OrderBy(one => one.Urgency).ThenBy(one => one.Due ?? DateTimeOffset.MaxValue)];
        return true;
    }
}
