using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>
/// Sees every refusal of every page about one record, whoever gave it: the gate, the page, its act, or the forgery check. No page has to
/// think of it, and the attempt is written down before the answer leaves.
/// </summary>
internal sealed class NoteRefusals(RefusedLookUps lookUps) : IAsyncAlwaysRunResultFilter
{
    private const string Pages = "incidents/{reference}";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IStatusCodeActionResult { StatusCode: >= StatusCodes.Status400BadRequest } && context.HttpContext.Features.Get<Viewer>() is { } viewer && Asked(context) is { } reference)
            await lookUps.NoteAsync(viewer, reference, context.HttpContext.RequestAborted);
        await next();
    }

    private static RandomReference? Asked(ResultExecutingContext context) =>
        context.ActionDescriptor.AttributeRouteInfo?.Template?.TrimStart('/').StartsWith(Pages, StringComparison.Ordinal) is true
        && RandomReference.TryParse(context.RouteData.Values["reference"] as string, null, out var reference) ? reference : null;
}
