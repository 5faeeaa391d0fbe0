using System.Runtime.CompilerServices;

namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>
/// An address in its one canonical form. Host: lower case, no trailing dot, numbers as dotted IPv4. Path: decoded (at most twice), dots
/// resolved, slashes single, lower case. What follows the path: decoded, lower case. Nothing is allocated: it lies where it came, or, where
/// it had to be changed, in the caller's scratch space.
/// </summary>
/// <remarks>
/// <code>
/// http://user@WWW.Example.org.:80/a/../B%61d/?Q=Two+words#top
///             └─ Host ──────┘     └ Path ┘└── the rest ────┘
///             www.example.org     /bad/   ?q=two words#top
/// </code>
/// </remarks>
public readonly ref struct WebAddress
{
    /// <summary>The longest address that is read, in bytes; a longer one is refused.</summary>
    public const int MaxLength = 8000;

    /// <summary>How many bytes of scratch reading needs.</summary>
    public const int ScratchLength = MaxLength + HostSpace;

    internal const int HostSpace = 512;

    /// <summary>As it came.</summary>
    public ReadOnlySpan<byte> Raw { get; internal init; }
    public WebScheme Scheme { get; internal init; }
    public ReadOnlySpan<byte> Host { get; internal init; }
    public ushort Port { get; internal init; }

    /// <summary>The host is a bare IP address.</summary>
    public bool IsNumber { get; internal init; }

    /// <summary>A label of the host is in punycode: letters beyond ASCII.</summary>
    public bool HasPunycode { get; internal init; }

    /// <summary>Path and what follows it, canonical.</summary>
    public ReadOnlySpan<byte> Line { get; internal init; }
    internal int PathLength { get; init; }

    /// <summary>With its leading slash; of a tunnel, and of a host alone, it is empty.</summary>
    public ReadOnlySpan<byte> Path => Line[..PathLength];

    /// <summary>Without its question mark, with what follows a <c>#</c>.</summary>
    public ReadOnlySpan<byte> Query => Line.Length > PathLength ? Line[(PathLength + 1)..] : default;

    /// <summary>The path and what follows it, as it came: base64 tells capitals apart.</summary>
    public ReadOnlySpan<byte> RawLine { get; internal init; }

    /// <summary>Reads an absolute address, such as a proxy is asked for.</summary>
    /// <param name="raw">Bytes as they came.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> bytes; it must live as long as the address.</param>
    public static AddressFault TryRead(ReadOnlySpan<byte> raw, Span<byte> scratch, out WebAddress address)
    {
        address = default;
        if (raw.Length > MaxLength) return AddressFault.TooLong;
        if (raw.IndexOfAnyInRange((byte)0, (byte)' ') >= 0 || raw.Contains((byte)0x7f)) return AddressFault.Whitespace;

        var (scheme, start) = SchemeOf(raw);
        if (start < 0) return AddressFault.NotAbsolute;

        var rest = raw[start..];
        var end = rest.IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        var authority = end < 0 ? rest : rest[..end];
        var line = end < 0 ? default : rest[end..];

        // Browsers end the host at a backslash, others take it into the user's name: no two agree where this leads.
        if (authority.Contains((byte)'\\')) return AddressFault.HostCharacter;

        // What stands before the last @ is a name and a password; browsers and Squid go to what stands behind it.
        var at = authority.LastIndexOf((byte)'@');
        if (at >= 0) authority = authority[(at + 1)..];

        var fault = HostReader.TryRead(authority, scheme is WebScheme.Https ? (ushort)443 : (ushort)80, false, scratch, out var host);
        if (fault is not AddressFault.None) return fault;
        fault = LineReader.TryRead(line, scratch[HostSpace..], out var canonical, out var pathLength);
        if (fault is not AddressFault.None) return fault;

        address = new WebAddress
        {
            Raw = raw,
            Scheme = scheme,
            Host = host.Name,
            Port = host.Port,
            IsNumber = host.IsNumber,
            HasPunycode = host.HasPunycode,
            Line = canonical,
            PathLength = pathLength,
            RawLine = line,
        };
        return AddressFault.None;
    }

    /// <summary>Reads what a tunnel is asked for: <c>host:port</c>, without a port 443.</summary>
    public static AddressFault TryReadTunnel(ReadOnlySpan<byte> raw, Span<byte> scratch, out WebAddress address)
    {
        address = default;
        if (raw.Length > MaxLength) return AddressFault.TooLong;

        // A tunnel has no user and no path; whoever writes one means to be read in two ways.
        if (raw.IndexOfAny("/@?#"u8) >= 0) return AddressFault.HostCharacter;
        var fault = HostReader.TryRead(raw, 443, true, scratch, out var host);
        if (fault is not AddressFault.None) return fault;

        address = new WebAddress
        {
            Raw = raw,
            Scheme = WebScheme.Tunnel,
            Host = host.Name,
            Port = host.Port,
            IsNumber = host.IsNumber,
            HasPunycode = host.HasPunycode,
        };
        return AddressFault.None;
    }

    /// <returns>The scheme, and where the authority begins; -1 where there is no <c>scheme://</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (WebScheme Scheme, int Start) SchemeOf(ReadOnlySpan<byte> raw)
    {
        if (raw.StartsWith("https://"u8)) return (WebScheme.Https, 8);
        if (raw.StartsWith("http://"u8)) return (WebScheme.Http, 7);
        return Unusual(raw);

        static (WebScheme, int) Unusual(ReadOnlySpan<byte> raw)
        {
            var colon = raw.IndexOf((byte)':');
            if (colon is < 1 or > 20 || !raw[colon..].StartsWith("://"u8)) return (WebScheme.Other, -1);
            Span<byte> lower = stackalloc byte[20];
            for (var at = 0; at < colon; at++)
            {
                var one = (byte)(raw[at] | 0x20);
                if (one is not (>= (byte)'a' and <= (byte)'z') && raw[at] is not (>= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.')) return (WebScheme.Other, -1);
                lower[at] = one;
            }

            var scheme = lower[..colon].SequenceEqual("http"u8) ? WebScheme.Http : lower[..colon].SequenceEqual("https"u8) ? WebScheme.Https : WebScheme.Other;
            return (scheme, colon + 3);
        }
    }
}
