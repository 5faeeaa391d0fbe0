using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;

namespace Lifeguard.Access.Keys;

/// <summary>
/// A form that arrives without a session is kept and the person asked to sign in, before the forgery check would throw it away.
/// It runs nothing: the person sees their words again and sends them themselves. Only our own pages' forms are kept.
/// </summary>
internal sealed class KeepFormsMiddleware(RequestDelegate next, IEnumerable<OpenWay> ways)
{
    private const int LongestForm = 2 * 1024 * 1024;
    private static readonly string[] OwnPaths = ["/sign-in", "/sign-out", "/invitation", "/recovery", "/lost-phone", "/kept"];
    private readonly IReadOnlyList<PathString> _open = [.. OwnPaths.Concat(ways.Select(way => way.Href)).Select(path => new PathString(path))];

    public async Task InvokeAsync(HttpContext context, KeptForms forms)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || context.Features.Get<Viewer>() is not null || !request.HasFormContentType ||
            request.ContentLength > LongestForm || request.Headers["Sec-Fetch-Site"] is not [null or "same-origin"] and not [] ||
            _open.Any(path => request.Path.StartsWithSegments(path)))
        {
            await next(context);
            return;
        }

        var key = await forms.KeepAsync(context, context.RequestAborted);
        context.Response.Redirect("/sign-in?kept=" + Uri.EscapeDataString(key));
    }
}
