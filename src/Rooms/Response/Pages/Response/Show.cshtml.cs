using Lifeguard.Response.Model.Flows;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response;

/// <summary>One guided response as a chart, from the same file that answers cases.</summary>
[Needs(ResponsePermissions.Read)]
internal sealed class ShowModel(FlowLibrary flows) : RoomPage
{
    [FromRoute(Name = "flow")] public string Id { get; set; } = "";

    public Flow Flow { get; private set; } = null!;

    protected override Task<bool> LoadAsync(CancellationToken stop)
    {
        if (flows.Find(Id) is not { } flow) return Task.FromResult(false);

        Flow = flow;
        return Task.FromResult(true);
    }
}
