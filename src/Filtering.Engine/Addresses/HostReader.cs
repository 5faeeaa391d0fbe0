namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>
/// Reads <c>host</c> or <c>host:port</c>. One loop over the bytes: lower case, allowed characters alone, lengths of labels. Whatever two
/// programs could read in two ways (percent signs, bytes beyond ASCII, backslashes, half a number) is refused.
/// </summary>
internal static class HostReader
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    // The lower-case letter a byte becomes; 0 for what a host may not hold.
    private static ReadOnlySpan<byte> Lower =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'-', (byte)'.', 0,
        (byte)'0', (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7', (byte)'8', (byte)'9', 0, 0, 0, 0, 0, 0, 0,
        (byte)'a', (byte)'b', (byte)'c', (byte)'d', (byte)'e', (byte)'f', (byte)'g', (byte)'h', (byte)'i', (byte)'j', (byte)'k', (byte)'l', (byte)'m',
        (byte)'n', (byte)'o', (byte)'p', (byte)'q', (byte)'r', (byte)'s', (byte)'t', (byte)'u', (byte)'v', (byte)'w', (byte)'x', (byte)'y', (byte)'z',
        0, 0, 0, 0, (byte)'_', 0,
        (byte)'a', (byte)'b', (byte)'c', (byte)'d', (byte)'e', (byte)'f', (byte)'g', (byte)'h', (byte)'i', (byte)'j', (byte)'k', (byte)'l', (byte)'m',
        (byte)'n', (byte)'o', (byte)'p', (byte)'q', (byte)'r', (byte)'s', (byte)'t', (byte)'u', (byte)'v', (byte)'w', (byte)'x', (byte)'y', (byte)'z',
        0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    internal readonly ref struct Host
    {
        public ReadOnlySpan<byte> Name { get; init; }
        public ushort Port { get; init; }
        public bool IsNumber { get; init; }
        public bool HasPunycode { get; init; }
    }

    /// <param name="tunnel">Of a tunnel the port is part of the question, and an IPv6 address may lack its brackets (Squid shows it so).</param>
    /// <param name="scratch">At least 512 bytes; the name lies in it.</param>
    public static AddressFault TryRead(ReadOnlySpan<byte> text, ushort usualPort, bool tunnel, Span<byte> scratch, out Host host)
    {
        host = default;
        if (text.IsEmpty) return AddressFault.NoHost;
        if (text[0] == (byte)'[') return Ipv6Reader.TryReadHost(text, usualPort, scratch, out host);

        var port = usualPort;
        var colon = text.LastIndexOf((byte)':');
        if (colon >= 0)
        {
            if (!TryReadPort(text[(colon + 1)..], out port)) return AddressFault.Port;
            text = text[..colon];
        }

        // However many dots end a name, it is the same name.
        while (text.Length > 0 && text[^1] == (byte)'.') text = text[..^1];
        if (text.IsEmpty) return AddressFault.NoHost;
        if (text.Length > LongestName) return AddressFault.HostTooLong;

        var lower = Lower;
        var label = 0;
        var punycode = false;
        for (var at = 0; at < text.Length; at++)
        {
            var one = lower[text[at]];
            scratch[at] = one;
            if (one == (byte)'.')
            {
                if (at == label) return AddressFault.HostCharacter;
                if (at - label > LongestLabel) return AddressFault.HostTooLong;
                label = at + 1;
            }
            else if (one == 0)
            {
                return text[at] >= 0x80 ? AddressFault.HostNotAscii : text[at] == (byte)'%' ? AddressFault.HostPercent : AddressFault.HostCharacter;
            }
            else if (one == (byte)'-' && at == label + 3 && scratch[at - 1] == (byte)'-' && scratch[at - 2] == (byte)'n' && scratch[at - 3] == (byte)'x')
            {
                punycode = true;
            }
        }

        if (text.Length - label > LongestLabel) return AddressFault.HostTooLong;
        var name = scratch[..text.Length];

        // A name whose last label is a number is an IPv4 address in one of its many spellings, or nothing at all.
        if (name[label] is >= (byte)'0' and <= (byte)'9' && Ipv4Reader.IsNumber(name[label..]))
        {
            if (!Ipv4Reader.TryRead(name, out var number)) return AddressFault.Number;
            host = new Host { Name = scratch[..Ipv4Reader.Write(number, scratch)], Port = port, IsNumber = true };
            return AddressFault.None;
        }

        if (punycode && !Punycode.IsSound(name)) return AddressFault.Punycode;
        host = new Host { Name = name, Port = port, HasPunycode = punycode };
        return AddressFault.None;
    }

    /// <summary>Digits alone, 1 to 65535; leading zeros change nothing.</summary>
    internal static bool TryReadPort(ReadOnlySpan<byte> digits, out ushort port)
    {
        var value = 0;
        port = 0;
        if (digits.IsEmpty || digits.Length > 10) return false;
        foreach (var one in digits)
        {
            if (one is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + (one - '0');
            if (value > ushort.MaxValue) return false;
        }

        port = (ushort)value;
        return value > 0;
    }
}
