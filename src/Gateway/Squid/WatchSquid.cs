using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Squid.Tunnels;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// What runs beside Squid and can do what Squid cannot: it ends tunnels whose time is over (decision 0026), and writes down each minute in
/// which the staff's door was open without a filter. When it is away nothing else is different.
/// </summary>
internal sealed class WatchSquid(TunnelKeeper tunnels, ExceptionsEnded exceptions, UnfilteredMinutes? unfiltered, TimeProvider clock)
{
    public static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(5);

    // What is closed sooner is opened anew by a gateway that does not know of it yet.
    private static readonly TimeSpan GatewayTakesItWithin = TimeSpan.FromSeconds(1);

    private bool _wasAllowed = true;
    private bool _wasAnswered = true;

    public static WatchSquid Of(SquidSettings settings, string folder, TimeProvider clock) =>
        new(new TunnelKeeper(settings, new AskGateways(settings.SecondDoors, new GateKey(folder)), clock), new ExceptionsEnded(folder, clock), settings.Staff is { WhenGateFails: WhenGateFails.Open } ? new UnfilteredMinutes(settings.Gateways.Single(), folder, clock) : null, clock);

    /// <summary>Until it is told to stop.</summary>
    public async Task RunAsync(TextWriter said, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LooksEvery, clock);
        while (await timer.WaitForNextTickAsync(stop)) await LookAsync(said, stop);
    }

    public async Task LookAsync(TextWriter said, CancellationToken stop)
    {
        var somethingEnded = exceptions.Look();
        if (somethingEnded) await Task.Delay(GatewayTakesItWithin, clock, stop);
        var look = await tunnels.LookAsync(somethingEnded, stop);
        if (look.Ended > 0) await SayAsync(said, $"Something that was open is so no longer: {look.Ended} connections were closed.");
        if (look.Overdue > 0) await SayAsync(said, $"{look.Overdue} connections had been open for too long and were closed.");
        if (!look.IsAllowed && _wasAllowed) await SayAsync(said, "Connections cannot be closed by this user: tunnels outlive what opened them. Run the gate as root.");
        if (!look.IsAnswered && _wasAnswered) await SayAsync(said, "No gateway says which tunnels may go on: when an exception ends all are closed. Look at secondDoors in squid.json, and at gate.key.");
        if (look.IsAnswered && !_wasAnswered) await SayAsync(said, "A gateway says again which tunnels may go on.");
        (_wasAllowed, _wasAnswered) = (_wasAllowed && look.IsAllowed, look.IsAnswered);
        if (unfiltered is not null && await unfiltered.LookAsync(stop)) await SayAsync(said, "The gateway does not answer: the staff's door is open without a filter.");
    }

    private async Task SayAsync(TextWriter said, string text)
    {
        await said.WriteLineAsync($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {text}");
        await said.FlushAsync();
    }
}
