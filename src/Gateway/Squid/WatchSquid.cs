using Lifeguard.Gateway.Squid.Tunnels;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// What runs beside Squid and can do what Squid cannot: it ends connections that have been open for too long, or all of them when an exception
/// ends, and writes down each minute in which the staff's door was open without a filter. When it is away nothing else is different.
/// </summary>
internal sealed class WatchSquid(TunnelKeeper tunnels, ExceptionsEnded exceptions, UnfilteredMinutes? unfiltered, TimeProvider clock)
{
    public static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(15);

    // What is closed sooner is opened anew by a gateway that does not know of it yet.
    private static readonly TimeSpan GatewayTakesItWithin = TimeSpan.FromSeconds(1);

    private bool _isSaid;

    public static WatchSquid Of(SquidSettings settings, string folder, TimeProvider clock) =>
        new(new TunnelKeeper(settings, clock), new ExceptionsEnded(folder, clock), settings.Staff is { WhenGateFails: WhenGateFails.Open } ? new UnfilteredMinutes(settings.Gateways, folder, clock) : null, clock);

    /// <summary>Until it is told to stop.</summary>
    public async Task RunAsync(TextWriter said, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LooksEvery, clock);
        while (await timer.WaitForNextTickAsync(stop)) await LookAsync(said, stop);
    }

    public async Task LookAsync(TextWriter said, CancellationToken stop)
    {
        var hasEnded = exceptions.Look();
        if (hasEnded) await Task.Delay(GatewayTakesItWithin, clock, stop);
        var (closed, isAllowed) = tunnels.Look(closesAll: hasEnded);
        if (closed > 0) await SayAsync(said, hasEnded ? $"Something that was open is so no longer: {closed} connections were closed." : $"{closed} connections had been open for too long and were closed.");
        if (!isAllowed && !_isSaid) await SayAsync(said, "Connections cannot be closed by this user: tunnels outlive what opened them. Run the gate as root.");
        _isSaid |= !isAllowed;
        if (unfiltered is not null && await unfiltered.LookAsync(stop)) await SayAsync(said, "No gateway answers, or one has just gone: the staff's door is open without a filter.");
    }

    private async Task SayAsync(TextWriter said, string text)
    {
        await said.WriteLineAsync($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {text}");
        await said.FlushAsync();
    }
}
