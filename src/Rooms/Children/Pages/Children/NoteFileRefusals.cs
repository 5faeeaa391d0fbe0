using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Lifeguard.Children.Pages.Children;

/// <summary>Sees every refusal of every page about one child's file, whoever gave it, and has it written down before the answer leaves.</summary>
internal sealed class NoteFileRefusals(RefusedFiles refused) : IAsyncAlwaysRunResultFilter
{
    private const string Pages = "children/{reference}";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IStatusCodeActionResult { StatusCode: >= StatusCodes.Status400BadRequest } && context.HttpContext.Features.Get<Viewer>() is { } viewer && Asked(context) is { } reference)
            await refused.NoteAsync(viewer, reference, context.HttpContext.RequestAborted);
        await next();
    }

    private static RandomReference? Asked(ResultExecutingContext context) =>
        context.ActionDescriptor.AttributeRouteInfo?.Template?.TrimStart('/').StartsWith(Pages, StringComparison.Ordinal) is true
        && RandomReference.TryParse(context.RouteData.Values["reference"] as string, null, out var reference) ? reference : null;
}
