using System.Buffers;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>What a line of a list turned out to be.</summary>
internal enum LineKind : byte
{
    /// <summary>Empty, a comment, or bookkeeping of the format.</summary>
    Nothing,
    Entry,
    Rejected,
}

/// <summary>
/// Reads one line of a block list. The formats are told apart line by line: plain names and addresses (UT1, squidGuard), hosts files
/// (<c>0.0.0.0 name</c>), response policy zones (<c>name CNAME .</c>) and <c>||name^</c>.
/// </summary>
internal ref struct LineParser
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t"u8);
    private readonly Span<byte> _scratch;
    private ReadOnlySpan<byte> _more;

    /// <param name="scratch">At least 2 × <see cref="WebAddress.ScratchLength"/> bytes.</param>
    public LineParser(Span<byte> scratch)
    {
        _scratch = scratch;
        Host = Path = _more = default;
    }

    /// <summary>Canonical; it lies in the scratch.</summary>
    public ReadOnlySpan<byte> Host { get; private set; }

    /// <summary>Canonical path and what follows, without a slash at its end; empty where the whole host is meant.</summary>
    public ReadOnlySpan<byte> Path { get; private set; }
    public string? Because { get; private set; }

    /// <summary>A hosts file may name several on one line: call again until nothing comes.</summary>
    public bool HasMore => !_more.IsEmpty;

    public LineKind Read(ReadOnlySpan<byte> line)
    {
        line = Trimmed(line);
        Path = default;
        if (line.IsEmpty || line[0] is (byte)'#' or (byte)';' or (byte)'!' or (byte)'$' or (byte)'@') return LineKind.Nothing;
        if (line.Length > WebAddress.MaxLength) return Reject("longer than any address");

        var blank = line.IndexOfAny(Blanks);
        if (blank >= 0) return ReadFields(line, blank);
        if (line.StartsWith("||"u8))
        {
            var end = line.IndexOf((byte)'^');
            return end == line.Length - 1 && line.IndexOfAny("/*$"u8) < 0 ? Name(line[2..end]) : Reject("a rule of an advertisement blocker that is more than a name");
        }

        return line.Contains((byte)'/') ? Address(line) : Name(line);
    }

    public LineKind ReadMore()
    {
        var field = _more;
        var blank = field.IndexOfAny(Blanks);
        _more = blank < 0 ? default : Trimmed(field[blank..]);
        if (!_more.IsEmpty && _more[0] == (byte)'#') _more = default;
        return HostsName(blank < 0 ? field : field[..blank]);
    }

    private LineKind ReadFields(ReadOnlySpan<byte> line, int blank)
    {
        var first = line[..blank];
        var rest = Trimmed(line[blank..]);
        if (rest.IsEmpty || rest[0] == (byte)'#') return first.Contains((byte)'/') ? Address(first) : Name(first);
        if (IsAddress(first))
        {
            var end = rest.IndexOfAny(Blanks);
            _more = end < 0 ? default : Trimmed(rest[end..]);
            if (!_more.IsEmpty && _more[0] == (byte)'#') _more = default;
            return HostsName(end < 0 ? rest : rest[..end]);
        }

        return Zone(first, rest);
    }

    /// <summary>A line of a response policy zone. Its owner names are what is blocked, under the zone or alone.</summary>
    private LineKind Zone(ReadOnlySpan<byte> owner, ReadOnlySpan<byte> rest)
    {
        Span<byte> upper = stackalloc byte[64];
        var kept = rest.Length < 64 ? rest.Length : 64;
        Ascii.ToUpper(rest[..kept], upper, out _);
        var words = upper[..kept];
        if (words.IndexOf("SOA"u8) >= 0 || words.StartsWith("NS "u8) || words.IndexOf(" NS "u8) >= 0) return LineKind.Nothing;
        var cname = words.IndexOf("CNAME"u8);
        if (cname < 0) return Reject("neither a name, an address, a line of a hosts file nor of a policy zone");
        if (owner.IndexOf(".rpz-"u8) >= 0) return Reject("a policy zone's rule about something else than a name");
        var target = Trimmed(rest[(cname + 5)..]);
        return target.SequenceEqual("."u8) || target.SequenceEqual("*."u8) ? Name(owner) : Reject("a policy zone's rule that does something else than block");
    }

    private LineKind HostsName(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("localhost"u8) || name.SequenceEqual("localhost.localdomain"u8) || name.SequenceEqual("local"u8)
            || name.SequenceEqual("broadcasthost"u8) || name.SequenceEqual("0.0.0.0"u8) || name.StartsWith("ip6-"u8)) return LineKind.Nothing;
        return Name(name);
    }

    private LineKind Name(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("*."u8)) name = name[2..];
        else if (!name.IsEmpty && name[0] == (byte)'.') name = name[1..];

        // A port would be dropped by the reader of hosts, and the whole host would be listed for one of its ports.
        if (!name.IsEmpty && name[0] != (byte)'[' && name.Contains((byte)':')) return Reject("a port belongs to no list");
        var fault = HostReader.TryRead(name, 80, false, _scratch, out var host);
        if (fault is not AddressFault.None) return Reject(Words(fault));
        Host = host.Name;
        return Checked(host.IsNumber);
    }

    private LineKind Address(ReadOnlySpan<byte> line)
    {
        var space = _scratch[WebAddress.ScratchLength..];
        var scheme = line.IndexOf("://"u8);
        if (scheme >= 0 && scheme < 8) line = line[(scheme + 3)..];
        else if (line.StartsWith("//"u8)) line = line[2..];
        if (line.Length > WebAddress.MaxLength - 7) return Reject("longer than any address");
        "http://"u8.CopyTo(space);
        line.CopyTo(space[7..]);
        var fault = WebAddress.TryRead(space[..(line.Length + 7)], _scratch[..WebAddress.ScratchLength], out var address);
        if (fault is not AddressFault.None) return Reject(Words(fault));
        Host = address.Host;
        Path = address.Line.TrimEnd((byte)'/');
        return Checked(address.IsNumber);
    }

    /// <summary>One line must not take half the web with it.</summary>
    private LineKind Checked(bool isNumber) =>
        Path.IsEmpty && !isNumber && WholeBranches.Contains(Host) ? Reject("it would block every name below it") : LineKind.Entry;

    private LineKind Reject(string because)
    {
        Because = because;
        return LineKind.Rejected;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> text) => text.Trim(" \t\r"u8);

    private static bool IsAddress(ReadOnlySpan<byte> field)
    {
        Span<byte> sixteen = stackalloc byte[16];
        return field.Length < 46 && (field.Contains((byte)':') ? Ipv6Reader.TryRead(field, sixteen) : field.Contains((byte)'.') && Ipv4Reader.TryRead(field, out _));
    }

    private static string Words(AddressFault fault) => fault switch
    {
        AddressFault.HostNotAscii => "letters beyond ASCII; lists write such names in punycode",
        AddressFault.HostTooLong => "a name longer than names can be",
        AddressFault.NoHost => "no name",
        AddressFault.Punycode => "punycode that does not decode",
        AddressFault.Number or AddressFault.Ipv6 => "an IP address that is none",
        AddressFault.Port => "a port that is none",
        AddressFault.Whitespace => "a control character",
        AddressFault.OverlongEncoding or AddressFault.EncodedTooOften => "an encoding that could be read in two ways",
        _ => "characters that no name holds",
    };
}
