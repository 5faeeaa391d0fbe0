using System.Collections.Concurrent;
using System.Net;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// Who sits at which address, as the site saw them sign in, and until when. Two people at one address at one time are nobody: a shared
/// machine must never write one child's page beside another's name.
/// </summary>
internal sealed class Leases
{
    /// <summary>Addresses are finite in a school; whoever makes more up fills no memory.</summary>
    public const int MostAddresses = 20_000;

    /// <summary>A lease holds for a school day at most, whatever is said.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<IPAddress, Seat> _seats = new();
    private int _version;

    /// <summary>Changes with every lease.</summary>
    public int Version => Volatile.Read(ref _version);
    public int Count => _seats.Count;

    /// <param name="person">Null: nobody sits there any more.</param>
    public bool Put(IPAddress address, string? person, DateTimeOffset until, DateTimeOffset now)
    {
        address = Plain(address);
        if (until > now + Longest) until = now + Longest;
        if (person is null) _seats.TryRemove(address, out _);
        else
        {
            if (_seats.Count >= MostAddresses && !_seats.ContainsKey(address)) Sweep(now);
            if (_seats.Count >= MostAddresses && !_seats.ContainsKey(address)) return false;
            _seats.AddOrUpdate(address, _ => new Seat(person, until, default), (_, seat) => seat.With(person, until, now));
        }

        Interlocked.Increment(ref _version);
        return true;
    }

    /// <summary>Who sits there now; and until when this answer holds.</summary>
    public Sitting At(IPAddress address, DateTimeOffset now)
    {
        if (_seats.IsEmpty || !_seats.TryGetValue(Plain(address), out var seat) || seat.Until <= now) return new Sitting(null, false, DateTimeOffset.MaxValue);
        return seat.UnsureUntil > now
            ? new Sitting(null, true, seat.UnsureUntil < seat.Until ? seat.UnsureUntil : seat.Until)
            : new Sitting(seat.Person, false, seat.Until);
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (address, seat) in _seats)
            if (seat.Until <= now) _seats.TryRemove(new KeyValuePair<IPAddress, Seat>(address, seat));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <param name="UnsureUntil">Until when somebody else's lease would still have held.</param>
    private sealed record Seat(string Person, DateTimeOffset Until, DateTimeOffset UnsureUntil)
    {
        public Seat With(string person, DateTimeOffset until, DateTimeOffset now)
        {
            if (string.Equals(person, Person, StringComparison.OrdinalIgnoreCase) || Until <= now) return new Seat(person, until, UnsureUntil > now ? UnsureUntil : default);
            return new Seat(person, until, Until > UnsureUntil ? Until : UnsureUntil);
        }
    }
}

/// <summary>Who sits at an address.</summary>
/// <param name="IsShared">Two people's leases hold at one time.</param>
internal readonly record struct Sitting(string? Person, bool IsShared, DateTimeOffset Until);
