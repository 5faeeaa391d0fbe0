using Microsoft.AspNetCore.Http.Features;

namespace Lifeguard.Web.Hosting;

/// <summary>
/// Turns away what no page takes, before anything else looks at it: later, "too large" would be taken for "could not be checked",
/// and the person told something wrong. What fits is read by every page, and its fields say themselves when they are too long.
/// </summary>
internal sealed class RequestLimits(RequestDelegate next)
{
    public const int LargestBody = 12 * 1024 * 1024;
    private const int MostToReadAway = 64 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (request.ContentLength > LargestBody)
        {
            await ReadAwayAsync(context);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    }

    // A browser shows an answer only after it has sent everything; cut off earlier, it shows its own page, without our numbers.
    private static async Task ReadAwayAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostToReadAway;
        var buffer = new byte[64 * 1024];
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
            {
            }
        }
        catch (IOException)
        {
            // More than that, or gone: then the connection may close.
        }
    }
}
