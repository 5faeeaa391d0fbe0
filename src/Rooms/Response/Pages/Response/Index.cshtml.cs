using Lifeguard.Response.Model.Flows;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Response.Pages.Response;

/// <summary>The guided responses there are.</summary>
[Needs(ResponsePermissions.Read)]
internal sealed class IndexModel(FlowLibrary flows) : RoomPage
{
    public IReadOnlyList<Flow> All => flows.All;
}
