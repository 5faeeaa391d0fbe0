namespace Lifeguard.Filtering.Alarms;

/// <summary>Asks a gateway how it stands. An answer is read to a bound, and a redirection is followed nowhere.</summary>
internal sealed class AskHowItStands : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(3), MaxResponseHeadersLength = 16 })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public void Dispose() => _http.Dispose();

    public async Task<GatewayAsked> AskAsync(Uri gateway, CancellationToken stop)
    {
        var name = gateway.Authority.Length > Model.GateAlarm.LongestName ? gateway.Authority[..Model.GateAlarm.LongestName] : gateway.Authority;
        try
        {
            // A gateway that decides nothing says so with 503, and its health all the same.
            using var answer = await _http.GetAsync(new Uri(gateway, "/health"), stop);
            return GatewayHealth.Read(await answer.Content.ReadAsByteArrayAsync(stop)) is { } health
                ? new GatewayAsked(name, health, "")
                : new GatewayAsked(name, null, "Something answered there that is no gateway.");
        }
        catch (HttpRequestException)
        {
            return new GatewayAsked(name, null, "No connection, or an answer that broke off.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new GatewayAsked(name, null, "No answer within four seconds.");
        }
    }
}

/// <param name="Health">Null where it was not heard.</param>
/// <param name="Silence">Why not, in our own words.</param>
internal sealed record GatewayAsked(string Name, GatewayHealth? Health, string Silence);
