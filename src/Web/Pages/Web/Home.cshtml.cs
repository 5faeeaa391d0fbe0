using Lifeguard.Ui.Rooms;

namespace Lifeguard.Web.Pages.Web;

[SignedIn]
internal sealed class HomeModel(IEnumerable<IHomePanel> panels, TimeProvider clock) : RoomPage
{
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string Greeting => Viewer.Name;

    public bool MayReport => Viewer.May("incidents.raise");

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var waiting = new List<Waiting>();
        foreach (var panel in panels) waiting.AddRange(await panel.WaitingForAsync(Viewer, stop));
        Waiting = [.. waiting.OrderBy(one => one.Urgency).ThenBy(one => one.Due ?? DateTimeOffset.MaxValue)];
        return true;
    }
}
