using System.Net;
using System.Threading.Channels;

namespace Lifeguard.Filtering.Leases;

/// <summary>
/// Notices who is signed in at which address and hands it over to be said to the gateways. It never waits and never grows beyond its room:
/// what finds none is said a few minutes later. An address at which two people are signed in within one lease belongs to nobody.
/// </summary>
internal sealed class LeaseKeeper(TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SaidAgainAfter = TimeSpan.FromMinutes(3);
    private const int MostAddresses = 20_000;

    private readonly Channel<Lease> _handOver = Channel.CreateBounded<Lease>(new BoundedChannelOptions(2_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<IPAddress, Held> _held = [];
    private readonly Lock _lock = new();

    public ChannelReader<Lease> Waiting => _handOver.Reader;

    /// <summary>Somebody who is signed in asked for a page from there.</summary>
    public void Seen(IPAddress address, Guid account, Guid identity)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_held.Count >= MostAddresses) Tidy(now);
            var before = _held.GetValueOrDefault(address);
            if (before is not null && before.Until <= now) before = null;
            if (before is { Account: var other } && other != account)
            {
                // From now on, and for as long as the other's sign-in may still count, nobody can say who it is.
                _held[address] = new Held(null, now + Lasts, now);
                if (other is not null) Say(new Lease(address, null, now));
                return;
            }

            if (before is not null && now - before.SaidAt < SaidAgainAfter) return;
            _held[address] = new Held(account, now + Lasts, now);
            Say(new Lease(address, identity, now + Lasts));
        }
    }

    /// <summary>Somebody signed out, or was signed out: no address is theirs any more.</summary>
    public void Ended(Guid account)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var address in _held.Where(one => one.Value.Account == account).Select(one => one.Key).ToList())
            {
                _held.Remove(address);
                Say(new Lease(address, null, now));
            }
        }
    }

    // What is left out here ends by itself when its time is over.
    private void Say(Lease lease) => _handOver.Writer.TryWrite(lease);

    private void Tidy(DateTimeOffset now)
    {
        foreach (var over in _held.Where(one => one.Value.Until <= now).Select(one => one.Key).ToList()) _held.Remove(over);
        if (_held.Count >= MostAddresses) _held.Clear();
    }

    /// <param name="Account">Null while the address belongs to nobody, because two are signed in there.</param>
    private sealed record Held(Guid? Account, DateTimeOffset Until, DateTimeOffset SaidAt);
}
