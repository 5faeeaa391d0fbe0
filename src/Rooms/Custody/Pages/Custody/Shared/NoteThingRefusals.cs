using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>Sees every refusal of every page about one thing of this room, whoever gave it, and has it written down before the answer leaves.</summary>
internal sealed class NoteThingRefusals(RefusedThings refused) : IAsyncAlwaysRunResultFilter
{
    private static readonly (string Pages, string Kind)[] Kinds =
    [
        ("custody/items/{reference}", Item.Kind),
        ("custody/orders/{reference}", TechnicianOrder.Kind),
        ("confiscations/{reference}", Confiscation.Kind),
        ("searches/{reference}", DeviceSearch.Kind),
    ];

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IStatusCodeActionResult { StatusCode: >= StatusCodes.Status400BadRequest } && context.HttpContext.Features.Get<Viewer>() is { } viewer
            && KindOf(context) is { } kind && RandomReference.TryParse(context.RouteData.Values["reference"] as string, null, out var reference))
            await refused.NoteAsync(viewer, kind, reference, context.HttpContext.RequestAborted);
        await next();
    }

    private static string? KindOf(ResultExecutingContext context)
    {
        var template = context.ActionDescriptor.AttributeRouteInfo?.Template?.TrimStart('/');
        return Kinds.FirstOrDefault(one => template?.StartsWith(one.Pages, StringComparison.Ordinal) is true).Kind;
    }
}
