using System.Collections.Concurrent;

namespace Lifeguard.Tests.BadDays;

/// <summary>
/// Keeps cookies for 127.0.0.1 as a browser does that takes it for a safe place: cookies marked for safe connections go out as well,
/// and to every port, so that one person can use two copies of the site.
/// </summary>
internal sealed class PlainCookies : DelegatingHandler
{
    private readonly ConcurrentDictionary<(string Path, string Name), string> _cookies;

    public PlainCookies(PlainCookies? shared = null) : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) =>
        _cookies = shared?._cookies ?? new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var fitting = _cookies.Where(one => path.StartsWith(one.Key.Path, StringComparison.Ordinal)).Select(one => $"{one.Key.Name}={one.Value}").ToList();
        if (fitting.Count > 0) request.Headers.Add("Cookie", string.Join("; ", fitting));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var one in set) Keep(one);
        }

        return response;
    }

    private void Keep(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
        var pair = parts[0].Split('=', 2);
        var path = parts.Skip(1).FirstOrDefault(part => part.StartsWith("path=", StringComparison.OrdinalIgnoreCase))?[5..] ?? "/";
        if (pair[1].Length == 0) _cookies.TryRemove((path, pair[0]), out _);
        else _cookies[(path, pair[0])] = pair[1];
    }
}
