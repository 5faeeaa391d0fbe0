using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Storage;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Response.Pages.Response;

/// <summary>The guided responses there are, by kind of concern.</summary>
[Needs(ResponsePermissions.Read)]
internal sealed class IndexModel(FlowLibrary flows, LocalEditions editions) : RoomPage
{
    public IReadOnlyList<(FlowGroup Group, IReadOnlyList<Flow> Flows)> Groups => flows.Grouped;

    /// <summary>Those that read differently where the reader belongs.</summary>
    public IReadOnlySet<string> Local { get; private set; } = new HashSet<string>();

    public bool MaySettle => Viewer.May(ResponsePermissions.Local);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Local = await editions.DifferAsync(Viewer.Home, stop);
        return true;
    }
}
