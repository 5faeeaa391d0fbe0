using Lifeguard.Gateway.Exchange;
using Lifeguard.Gateway.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>What becomes of a tunnel that is open.</summary>
internal enum TunnelFate
{
    /// <summary>Nothing is known of it, so nobody vouches for it.</summary>
    Unknown,

    /// <summary>It would be let through now as well.</summary>
    Stays,

    /// <summary>It would not.</summary>
    Ends,
}

/// <summary>
/// The tunnels of pupils' doors that this gateway let through and that may still be open, by their connection. Whoever can end connections
/// asks about each that is open, and it is judged anew with what holds then: the filter, who sits where, the hour. For a tunnel that does not
/// stand here, because the gateway began anew or there was no room, nobody vouches.
/// </summary>
/// <param name="most">How many are kept; more are not known.</param>
internal sealed class OpenTunnels(LiveFilter live, TimeProvider clock, ILogger<OpenTunnels> log, int most = OpenTunnels.MostKept) : BackgroundService
{
    /// <summary>One Squid has 16,384 sockets, two for each tunnel: eight Squids' worth.</summary>
    public const int MostKept = 65_536;

    /// <summary>A tunnel about which nobody asks for so long is taken for gone.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    /// <summary>For so long a password counts with which somebody signed in at the proxy: it may be withdrawn, and nothing of that is heard here.</summary>
    public static readonly TimeSpan SignedInFor = TimeSpan.FromHours(1);

    /// <summary>Between seeing what is open and asking here passes no more than this.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepsEvery = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<ConnectionEnds, OpenTunnel> _open = [];
    private long _notKept;

    public int Count
    {
        get { lock (_lock) return _open.Count; }
    }

    /// <summary>How many found no room.</summary>
    public long NotKept => Volatile.Read(ref _notKept);

    /// <summary>A tunnel was let through. Where Squid does not say by which connection, it is not known.</summary>
    public void Add(RequestReader message, ReadOnlySpan<byte> target)
    {
        var field = message.Find("X-Filter-Connection"u8);
        if (field.IsEmpty || !ConnectionEnds.TryRead(field, out var ends, out _)) return;
        var tunnel = new OpenTunnel(message, target, clock.GetTimestamp());
        lock (_lock)
        {
            if (_open.Count < most || _open.ContainsKey(ends)) _open[ends] = tunnel;
            else _notKept++;
        }
    }

    /// <summary>Judges an open connection anew.</summary>
    /// <param name="longest">How long it can have been open at most; null where whoever asks cannot tell.</param>
    public TunnelFate Judge(ConnectionEnds ends, TimeSpan? longest)
    {
        if (live.Current is not { } force) return TunnelFate.Unknown;
        OpenTunnel? tunnel;
        lock (_lock)
        {
            if (!_open.TryGetValue(ends, out tunnel)) return TunnelFate.Unknown;
            // Younger than its tunnel: the port was another connection's before, and what was let through then says nothing of this one.
            var age = clock.GetElapsedTime(tunnel.Since);
            if (age > longest + OnTheWay || tunnel.IsSignedIn && age > SignedInFor)
            {
                _open.Remove(ends);
                return TunnelFate.Unknown;
            }

            tunnel.SeenAt = clock.GetTimestamp();
        }

        try
        {
            return tunnel.MayGoOn(force, clock.GetUtcNow()) ? TunnelFate.Stays : TunnelFate.Ends;
        }
        catch (Exception failed)
        {
            Log.NotJudgedAnew(log, failed.GetType().Name);
            return TunnelFate.Ends;
        }
    }

    /// <summary>Forgets what is gone.</summary>
    public void Sweep()
    {
        lock (_lock)
            foreach (var (ends, tunnel) in _open)
                if (clock.GetElapsedTime(tunnel.SeenAt) > KeptFor) _open.Remove(ends);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SweepsEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Sweep();
    }
}
