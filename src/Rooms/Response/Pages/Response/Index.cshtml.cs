using Lifeguard.Response.Model.Flows;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Response.Pages.Response;

/// <summary>The guided responses there are, by kind of concern.</summary>
[Needs(ResponsePermissions.Read)]
internal sealed class IndexModel(FlowLibrary flows) : RoomPage
{
    public IReadOnlyList<(FlowGroup Group, IReadOnlyList<Flow> Flows)> Groups => flows.Grouped;
}
