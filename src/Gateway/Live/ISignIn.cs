using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lifeguard.Filtering.Engine.Folder;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>Whether a name and a password belong together; asked by the proxy's helper.</summary>
internal interface ISignIn
{
    Task<bool> IsAsync(string name, string password, CancellationToken stop);
}

/// <summary>Asks the site. Whoever does not say yes says no.</summary>
internal sealed class AskSite(GatewaySettings settings, GateKey key, ILogger<AskSite> log) : ISignIn, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(5) };

    public void Dispose() => _http.Dispose();

    public async Task<bool> IsAsync(string name, string password, CancellationToken stop)
    {
        if (settings.SignIn is not { } site || key.Read() is not { } secret) return false;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, site) { Content = JsonContent.Create(new Asked(name, password)) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            using var answer = await _http.SendAsync(request, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
        {
            Log.NotAsked(log, failed.GetType().Name);
            return false;
        }
    }

    private sealed record Asked(string Name, string Password);
}
