using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Live;

/// <summary>Who asks, found by the bytes of the ICAP head without making anything. One for each filter in force; a new filter knows nobody yet.</summary>
internal sealed class KnownClients
{
    public const int MostKept = 20_000;
    private const int LongestKey = 64 + Limits.Account;

    private readonly Filter _filter;
    private readonly Leases _leases;
    private readonly ConcurrentDictionary<byte[], Client> _known;
    private readonly ConcurrentDictionary<byte[], Client>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public KnownClients(Filter filter, Leases leases)
    {
        _filter = filter;
        _leases = leases;
        _known = new ConcurrentDictionary<byte[], Client>(KeyComparer.Instance);
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _known.Count;

    /// <param name="address">As Squid wrote it; empty or unreadable is nobody's address.</param>
    /// <param name="account">From proxy sign-in; empty where nobody signed in.</param>
    public Client Find(ReadOnlySpan<byte> address, ReadOnlySpan<byte> account, DateTimeOffset now)
    {
        if (account.Length > Limits.Account || address.Length > 63) return Make(default, account.Length > Limits.Account, null, now);
        if (account.SequenceEqual("-"u8)) account = default;

        Span<byte> key = stackalloc byte[LongestKey];
        address.CopyTo(key);
        key[address.Length] = 0;
        account.CopyTo(key[(address.Length + 1)..]);
        key = key[..(address.Length + 1 + account.Length)];

        if (_lookup.TryGetValue(key, out var known) && known.Version == _leases.Version && now < known.Until) return known;

        known = Make(address, !TryName(account, out var name), name, now);
        if (_known.Count >= MostKept) _known.Clear();
        _known[key.ToArray()] = known;
        return known;
    }

    private Client Make(ReadOnlySpan<byte> text, bool isUnreadable, string? account, DateTimeOffset now)
    {
        var version = _leases.Version;
        if (!TryAddress(text, out var address))
            return isUnreadable || account is null ? new Client(IPAddress.None, Lowest(), false, version, DateTimeOffset.MaxValue) : Of(_filter.AskerFor(account, IPAddress.None, now), DateTimeOffset.MaxValue);
        if (isUnreadable) return new Client(address, Lowest(), false, version, DateTimeOffset.MaxValue);

        // Whoever signed in at the proxy said so with this very request; a lease only says who was last seen at the machine.
        if (account is not null) return Of(_filter.AskerFor(account, address, now), DateTimeOffset.MaxValue);

        var sitting = _leases.At(address, now);
        return sitting.IsShared
            ? new Client(address, Lowest(), false, version, sitting.Until)
            : Of(_filter.AskerFor(sitting.Person, address, now), sitting.Until);

        Client Of(Asker asker, DateTimeOffset until) => new(address, asker, asker.IsSure, version, asker.Until < until ? asker.Until.Value : until);
    }

    private Asker Lowest() => _filter.AskerAt(_filter.Policy.Lowest);

    private static bool TryAddress(ReadOnlySpan<byte> text, out IPAddress address)
    {
        Span<char> letters = stackalloc char[64];
        if (!text.IsEmpty && Ascii.IsValid(text) && IPAddress.TryParse(letters[..Encoding.ASCII.GetChars(text, letters)], out var read))
        {
            address = read.IsIPv4MappedToIPv6 ? read.MapToIPv4() : read;
            return true;
        }

        address = IPAddress.None;
        return false;
    }

    private static bool TryName(ReadOnlySpan<byte> bytes, out string? name)
    {
        name = null;
        if (bytes.IsEmpty) return true;
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return false;
        name = Encoding.UTF8.GetString(bytes);
        if (!name.Any(char.IsControl)) return true;
        name = null;
        return false;
    }

    private sealed class KeyComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());
        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);
        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}

/// <summary>Somebody who asks, as far as it is known.</summary>
/// <param name="IsSure">Whether it is known who it is; unsure is written beside everything that is logged.</param>
/// <param name="Version">Of the leases from which it was made.</param>
internal sealed record Client(IPAddress Address, Asker Asker, bool IsSure, int Version, DateTimeOffset Until);
