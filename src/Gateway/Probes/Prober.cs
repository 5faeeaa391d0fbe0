using System.Collections.Frozen;
using System.Net;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Squid;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Probes;

/// <summary>What a probe saw last.</summary>
/// <param name="Misses">How often in a row it was not as expected. A door that is not up yet counts as neither.</param>
internal sealed record ProbeResult(string Name, DateTimeOffset At, string Saw, int Misses)
{
    /// <summary>One miss may be a restart; two are a gate that stands open, or shut for everybody.</summary>
    public bool IsFault => Misses >= 2;

    public bool IsRight => Misses == 0 && Saw != NotUpYet;

    /// <summary>A door that has never answered, while the gateway is young: Squid is started after it.</summary>
    public const string NotUpYet = "not up yet";
}

/// <summary>Once a minute an address that must not open is asked for through each proxy, as a pupil's browser would. So a gate that only looks shut is noticed.</summary>
internal sealed class Prober(GatewaySettings settings, TimeProvider clock, ILogger<Prober> log) : BackgroundService
{
    private const string NoAnswer = "no answer";
    // The door does not know the network from which was probed: the filter was not asked, so nothing is known of it.
    private const string NotLetIn = "not let in";
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private static readonly FrozenSet<string> AfterTheFilter = new[]
    {
        "ERR_DNS_FAIL", "ERR_CONNECT_FAIL", "ERR_SECURE_CONNECT_FAIL", "ERR_CANNOT_FORWARD", "ERR_READ_ERROR", "ERR_READ_TIMEOUT", "ERR_WRITE_ERROR", "ERR_ZERO_SIZE_OBJECT", "ERR_INVALID_RESP",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly SemaphoreSlim _one = new(1);
    private readonly HashSet<string> _haveAnswered = [];
    private readonly DateTimeOffset _began = clock.GetUtcNow();
    private IReadOnlyList<ProbeResult> _results = [];

    public IReadOnlyList<ProbeResult> Results => Volatile.Read(ref _results);

    public async Task<IReadOnlyList<ProbeResult>> ProbeAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var before = Results.ToDictionary(result => result.Name);
            var results = new List<ProbeResult>();
            foreach (var probe in settings.Probes)
            {
                var saw = await SeeAsync(probe, stop);
                if (saw != NoAnswer) _haveAnswered.Add(probe.Name);
                else if (!_haveAnswered.Contains(probe.Name) && clock.GetUtcNow() - _began < Young) saw = ProbeResult.NotUpYet;

                var isMiss = saw != ProbeResult.NotUpYet && saw != (probe.IsToBeBlocked ? "blocked" : "open");
                var misses = isMiss ? (before.GetValueOrDefault(probe.Name)?.Misses ?? 0) + 1 : 0;
                results.Add(new ProbeResult(probe.Name, clock.GetUtcNow(), saw, misses));
                if (misses >= 2) Log.Missed(log, misses);
            }

            Volatile.Write(ref _results, results);
            return results;
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Probes.Count == 0) return;
        while (true)
        {
            var next = Often;
            try
            {
                // A first miss may be chance. The second look comes soon, so that whoever must know hears within two minutes.
                if ((await ProbeAsync(stoppingToken)).Any(result => result.Misses == 1)) next = Soon;
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Log.NotProbed(log, failed.GetType().Name);
            }

            await Task.Delay(next, clock, stoppingToken);
        }
    }

    // A new connection each time: a kept one would be asked about nothing.
    private static async Task<string> SeeAsync(ProbeSettings probe, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(probe.Proxy), UseProxy = true, AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(probe.Url, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.StatusCode switch
            {
                HttpStatusCode.Forbidden when SquidPages.Is(answer, SquidConfiguration.NotLetIn) => NotLetIn,
                HttpStatusCode.Forbidden => "blocked",
                < HttpStatusCode.BadRequest => "open",
                _ when WentPastTheFilter(answer) => "open",
                var other => $"status {(int)other}",
            };
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ProxyTunnelError)
        {
            return refused.StatusCode is null or HttpStatusCode.Forbidden ? "blocked" : $"status {(int)refused.StatusCode}";
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return NoAnswer;
        }
    }

    // A test address need not lead anywhere, and ours does not. When Squid says that it could not fetch it, it has tried: nothing had blocked it.
    private static bool WentPastTheFilter(HttpResponseMessage answer) => AfterTheFilter.Any(error => SquidPages.Is(answer, error));
}
