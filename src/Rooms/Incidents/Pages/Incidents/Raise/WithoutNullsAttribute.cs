using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>
/// Takes null characters out of a form before it is read. The framework refuses a whole form for one of them,
/// and then every word on the page would be lost for a slip of the clipboard.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithoutNullsAttribute : Attribute, IAsyncResourceFilter
{
    private const string Found = "lifeguard-null-characters";

    public static bool TookSome(HttpContext context) => context.Items.ContainsKey(Found);

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType) await CleanAsync(request);
        await next();
    }

    private static async Task CleanAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            // Too large for the house. Reading the form fails the same way, and the page says so in its own words.
            return;
        }

        var sent = body.ToArray();
        var kept = Without(sent);
        if (kept.Length != sent.Length) request.HttpContext.Items[Found] = true;
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
