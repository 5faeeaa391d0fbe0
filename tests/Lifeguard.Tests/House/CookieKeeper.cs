using System.Net;

namespace Lifeguard.Tests.House;

/// <summary>Keeps cookies as a browser does, and says where a form came from.</summary>
internal sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly CookieContainer _cookies = new();

    /// <summary>Lays a cookie into the browser as if the site had given it earlier.</summary>
    public void Give(Uri site, string name, string value) => _cookies.Add(site, new Cookie(name, value, "/") { Secure = true, HttpOnly = true });

    public string? Value(Uri site, string name) => _cookies.GetCookies(site)[name]?.Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var one in set) _cookies.SetCookies(request.RequestUri!, one);
        }

        return response;
    }
}
