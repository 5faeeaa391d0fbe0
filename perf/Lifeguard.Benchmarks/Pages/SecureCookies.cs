using System.Net;

namespace Lifeguard.Benchmarks.Pages;

/// <summary>Sends cookies marked Secure over plain HTTP to loopback, as a browser does; the framework's own container would not.</summary>
internal sealed class SecureCookies
{
    private readonly CookieContainer _cookies = new();

    public bool AllowAutoRedirect { get; init; }

    public HttpMessageHandler Chain() => new Keeper(_cookies, AllowAutoRedirect) { InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false } };

    private sealed class Keeper(CookieContainer cookies, bool follow) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await OnceAsync(request, cancellationToken);
            while (follow && (int)response.StatusCode is 302 or 303)
            {
                var next = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
                response.Dispose();
                response = await OnceAsync(request = next, cancellationToken);
            }

            return response;
        }

        private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var secure = new UriBuilder(request.RequestUri!) { Scheme = "https" }.Uri;
            if (cookies.GetCookieHeader(secure) is { Length: > 0 } header) request.Headers.TryAddWithoutValidation("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var one in set) cookies.SetCookies(secure, one);
            }

            response.RequestMessage = request;
            return response;
        }
    }
}
