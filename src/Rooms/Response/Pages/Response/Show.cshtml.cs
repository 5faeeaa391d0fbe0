using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response;

/// <summary>One guided response as a chart, as it holds where the reader belongs: from the same text that answers cases.</summary>
[Needs(ResponsePermissions.Read)]
internal sealed class ShowModel(LocalEditions editions) : RoomPage
{
    [FromRoute(Name = "flow")] public string Id { get; set; } = "";

    public Flow Flow { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await editions.CurrentAsync(Viewer.Home, Id, stop) is not { } edition) return false;

        Flow = edition.Flow;
        return true;
    }
}
