using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// Who asks, found by the bytes of the ICAP head without making anything. One for each filter in force; a new filter knows nobody yet.
/// A table of fixed size without a lock: whoever makes addresses up pushes others out, who are then made anew, and nobody waits for it.
/// </summary>
internal sealed class KnownClients(Filter filter, Leases leases)
{
    /// <summary>A trust's devices, twice over.</summary>
    public const int MostKept = Sets * Ways;

    private const int Sets = 32 * 1024;
    private const int Ways = 4;
    private const int LongestAddress = 63;
    private const int LongestKey = LongestAddress + 1 + Limits.Account;

    private readonly Known?[] _known = new Known?[MostKept];

    /// <param name="address">As Squid wrote it; empty or unreadable is nobody's address.</param>
    /// <param name="account">From proxy sign-in; empty where nobody signed in.</param>
    [SkipLocalsInit]
    public Client Find(ReadOnlySpan<byte> address, ReadOnlySpan<byte> account, DateTimeOffset now)
    {
        if (account.Length > Limits.Account || address.Length > LongestAddress) return Make(default, account.Length > Limits.Account, null, now);
        if (account.SequenceEqual("-"u8)) account = default;

        Span<byte> key = stackalloc byte[LongestKey];
        address.CopyTo(key);
        key[address.Length] = 0;
        account.CopyTo(key[(address.Length + 1)..]);
        key = key[..(address.Length + 1 + account.Length)];

        var hash = HashOf(key);
        var set = _known.AsSpan((int)(hash % Sets) * Ways, Ways);
        var place = (int)(hash / Sets % Ways);
        for (var way = 0; way < Ways; way++)
        {
            var known = Volatile.Read(ref set[way]);
            if (known is null)
            {
                place = way;
                break;
            }

            if (known.Hash != hash || !known.Key.AsSpan().SequenceEqual(key)) continue;
            if (known.Client.Version == leases.Version && now < known.Client.Until) return known.Client;
            place = way;
            break;
        }

        var made = Make(address, !TryName(account, out var name), name, now);
        Volatile.Write(ref set[place], new Known(hash, key.ToArray(), made));
        return made;
    }

    private Client Make(ReadOnlySpan<byte> text, bool isUnreadable, string? account, DateTimeOffset now)
    {
        var version = leases.Version;
        if (!TryAddress(text, out var address))
            return isUnreadable || account is null ? new Client(IPAddress.None, Lowest(), false, version, DateTimeOffset.MaxValue) : Of(filter.AskerFor(account, IPAddress.None, now), DateTimeOffset.MaxValue);
        if (isUnreadable) return new Client(address, Lowest(), false, version, DateTimeOffset.MaxValue);

        // Whoever signed in at the proxy said so with this very request; a lease only says who was last seen at the machine.
        if (account is not null) return Of(filter.AskerFor(account, address, now), DateTimeOffset.MaxValue);

        var sitting = leases.At(address, now);
        return sitting.IsShared
            ? new Client(address, Lowest(), false, version, sitting.Until)
            : Of(filter.AskerFor(sitting.Person, address, now), sitting.Until);

        Client Of(Asker asker, DateTimeOffset until) => new(address, asker, asker.IsSure, version, asker.Until < until ? asker.Until.Value : until);
    }

    private Asker Lowest() => filter.AskerAt(filter.Policy.Lowest);

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

    // Not the same in two processes: nobody can choose addresses that push one another out.
    private static uint HashOf(ReadOnlySpan<byte> key)
    {
        var hash = new HashCode();
        hash.AddBytes(key);
        return (uint)hash.ToHashCode();
    }

    private sealed record Known(uint Hash, byte[] Key, Client Client);
}

/// <summary>Somebody who asks, as far as it is known.</summary>
/// <param name="IsSure">Whether it is known who it is; unsure is written beside everything that is logged.</param>
/// <param name="Version">Of the leases from which it was made.</param>
internal sealed record Client(IPAddress Address, Asker Asker, bool IsSure, int Version, DateTimeOffset Until);
