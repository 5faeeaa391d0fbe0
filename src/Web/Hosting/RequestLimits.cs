using Lifeguard.Ui.Rooms;
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

    // Around a file stand the other fields of its form.
    private const int AroundAFile = 64 * 1024;

    /// <summary>The page at this address that takes a file, or null.</summary>
    public static FileEntrance? EntranceAt(HttpRequest request) => HttpMethods.IsPost(request.Method)
        ? Rooms.All.SelectMany(room => room.FileEntrances).FirstOrDefault(one => request.Path.Equals(one.Address, StringComparison.OrdinalIgnoreCase)) : null;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var allowed = (long)LargestBody;
        if (EntranceAt(request) is { } entrance)
        {
            allowed = entrance.Largest + AroundAFile;
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = allowed;
        }

        if (request.ContentLength > allowed)
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
