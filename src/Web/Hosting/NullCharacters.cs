using Lifeguard.Ui.Rooms;

namespace Lifeguard.Web.Hosting;

/// <summary>
/// Takes null characters out of a form before it is read. The framework refuses a whole form for one of them,
/// and then every word on the page would be lost for a slip of the clipboard.
/// </summary>
internal sealed class NullCharacters(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // A file is not words: it goes to the disk as it comes, and whoever reads it judges it.
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && RequestLimits.EntranceAt(context.Request) is null) await TakeOutAsync(context);
        await next(context);
    }

    private static async Task TakeOutAsync(HttpContext context)
    {
        var request = context.Request;
        var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            // Too large for the house. Reading the form fails the same way, and the page says so in its own words.
            return;
        }

        var sent = body.ToArray();
        var kept = Without(sent);
        if (kept.Length != sent.Length) CharactersLeftOut.Mark(context);
        request.Body = new MemoryStream(kept);
        request.ContentLength = kept.Length;
    }

    private static byte[] Without(byte[] sent)
    {
        if (sent.AsSpan().IndexOf("%00"u8) < 0) return sent;

        var kept = new MemoryStream(sent.Length);
        var rest = sent.AsSpan();
        while (rest.IndexOf("%00"u8) is >= 0 and var at)
        {
            kept.Write(rest[..at]);
            rest = rest[(at + 3)..];
        }

        kept.Write(rest);
        return kept.ToArray();
    }
}
