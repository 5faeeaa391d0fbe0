using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// All open lines, and one clock for them: it ticks four times a second and looks who is overdue. So a request costs no timer of its own.
/// </summary>
internal sealed class Lines(TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<IcapLine, byte> _lines = new();
    private long _now = 1;

    public PageEnds Ends { get; } = new(clock);

    /// <summary>In ticks of <see cref="Tick"/>.</summary>
    public long Now => Volatile.Read(ref _now);

    public static long Ticks(TimeSpan time) => Math.Max(1, (time.Ticks + Tick.Ticks - 1) / Tick.Ticks);

    public void Add(IcapLine line) => _lines.TryAdd(line, 0);

    public void Remove(IcapLine line) => _lines.TryRemove(line, out _);

    /// <summary>The process is to end: Squid keeps its lines open for minutes, and nobody waits for that.</summary>
    public void End()
    {
        foreach (var (line, _) in _lines) line.End();
    }

    /// <summary>One tick; public for tests that wait for nothing.</summary>
    public void Look()
    {
        var now = Interlocked.Increment(ref _now);
        foreach (var (line, _) in _lines) line.Look(now);
    }

    public override void Dispose()
    {
        Ends.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
    }
}
