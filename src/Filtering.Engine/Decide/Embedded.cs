using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>
/// Finds addresses within an address: translators, archives, caches, image proxies and web proxies show one site under the name of
/// another. Each is read like any address and judged by itself.
/// </summary>
internal ref struct Embedded
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(" \"'<>&"u8);

    /// <summary>More than these are not looked at; the address is then taken for what it is, a hiding place.</summary>
    public const int Most = 8;

    private const int LongestTarget = 1024;

    // Parts of a query that name an address without its scheme.
    private static ReadOnlySpan<byte> Keys => "|url|u|uri|link|target|dest|destination|site|src|page|goto|redirect|to|host|domain|__cpo|"u8;

    private readonly WebAddress _outer;
    private readonly Span<byte> _target;
    private readonly Span<byte> _scratch;
    private int _lineAt;
    private int _queryAt;
    private int _base64At;
    private int _frontAt;
    private int _count;

    /// <param name="scratch">At least <see cref="ScratchLength"/> bytes.</param>
    public Embedded(in WebAddress outer, Span<byte> scratch)
    {
        _outer = outer;
        _target = scratch[..LongestTarget];
        _scratch = scratch[LongestTarget..];
        Found = default;
    }

    public const int ScratchLength = LongestTarget + WebAddress.ScratchLength;

    public WebAddress Found { get; private set; }

    /// <summary>Whether it is worth looking: most addresses hold no trace of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayHold(in WebAddress address, int front) =>
        front >= 0 || address.Line.Length > 1 && (address.Line.IndexOf("http"u8) >= 0 || address.RawLine.IndexOf("aHR0c"u8) >= 0
            || address.Query.Length > 3 && address.Query.Contains((byte)'.'));

    /// <param name="front">Which front of our data the host is; -1 for none.</param>
    public bool Next(int front)
    {
        while (_count < Most)
        {
            if (NextWhole() || NextBase64() || NextOfQuery() || (front >= 0 && NextOfFront(BuiltIn.Fronts[front])))
            {
                _count++;
                return true;
            }

            return false;
        }

        return false;
    }

    /// <summary>A whole address: <c>http://…</c>, also with the single slash that a path leaves it.</summary>
    private bool NextWhole()
    {
        var line = _outer.Line;
        while (_lineAt < line.Length)
        {
            var at = line[_lineAt..].IndexOf("http"u8);
            if (at < 0) break;
            at += _lineAt;
            _lineAt = at + 4;
            var rest = line[(at + 4)..];
            if (rest.StartsWith("s"u8)) rest = rest[1..];
            if (!rest.StartsWith(":/"u8)) continue;
            if (Read(rest[2..].TrimStart((byte)'/'))) return true;
        }

        _lineAt = line.Length;
        return false;
    }

    private bool NextBase64()
    {
        var raw = _outer.RawLine;
        Span<byte> decoded = stackalloc byte[LongestTarget];
        Span<byte> code = stackalloc byte[LongestTarget + 4];
        while (_base64At < raw.Length)
        {
            var at = raw[_base64At..].IndexOf("aHR0c"u8);
            if (at < 0) break;
            at += _base64At;
            _base64At = at + 5;
            var length = 0;
            while (at + length < raw.Length && length < LongestTarget && IsBase64(raw[at + length])) length++;
            raw.Slice(at, length).CopyTo(code);
            code[..length].Replace((byte)'-', (byte)'+');
            code[..length].Replace((byte)'_', (byte)'/');

            // In addresses the signs that fill up the last group are left out.
            while (length % 4 != 0) code[length++] = (byte)'=';
            Base64.DecodeFromUtf8(code[..length], decoded, out _, out var written);
            var text = decoded[..written];
            var scheme = text.IndexOf("://"u8);
            if (scheme is 4 or 5 && Read(text[(scheme + 3)..])) return true;
        }

        _base64At = raw.Length;
        return false;
    }

    private static bool IsBase64(byte one) => one is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';

    private bool NextOfQuery()
    {
        var query = _outer.Query;
        Span<byte> key = stackalloc byte[16];
        while (_queryAt < query.Length)
        {
            var rest = query[_queryAt..];
            var end = rest.IndexOfAny((byte)'&', (byte)';');
            var part = end < 0 ? rest : rest[..end];
            _queryAt += part.Length + 1;
            var equals = part.IndexOf((byte)'=');
            if (equals is < 1 or > 12) continue;

            // A search engine's copy of a page: "cache:blocked.test", some with a number of the copy between.
            if (part[(equals + 1)..].StartsWith("cache:"u8) && Read(part[(part.LastIndexOf((byte)':') + 1)..])) return true;
            key[0] = (byte)'|';
            part[..equals].CopyTo(key[1..]);
            key[equals + 1] = (byte)'|';
            if (Keys.IndexOf(key[..(equals + 2)]) < 0) continue;
            var value = part[(equals + 1)..].TrimStart((byte)'/');
            if (value.IndexOf("://"u8) < 0 && value.Contains((byte)'.') && Read(value)) return true;
        }

        return false;
    }

    private bool NextOfFront(BuiltIn.Front front)
    {
        if (front.Kind is BuiltIn.FrontKind.Label)
        {
            if (_frontAt++ > 0) return false;
            var dot = _outer.Host.IndexOf((byte)'.');
            if (dot <= 0 || _outer.Host.Length <= front.Host.Length) return false;
            Span<byte> name = stackalloc byte[64];
            var length = 0;
            var label = _outer.Host[..Math.Min(dot, 63)];
            for (var at = 0; at < label.Length; at++)
            {
                // Two dashes stand for one, one for a dot.
                if (label[at] == (byte)'-' && at + 1 < label.Length && label[at + 1] == (byte)'-') at++;
                else if (label[at] == (byte)'-')
                {
                    name[length++] = (byte)'.';
                    continue;
                }

                name[length++] = label[at];
            }

            return Read(name[..length]);
        }

        while (_frontAt < front.After.Length)
        {
            var rest = _outer.Line;
            var pattern = front.After[_frontAt++];
            var matches = true;
            foreach (var segment in pattern)
            {
                rest = rest.TrimStart((byte)'/');
                var slash = rest.IndexOf((byte)'/');
                matches &= slash >= 0 && (segment.AsSpan().SequenceEqual("*"u8) || rest[..slash].SequenceEqual(segment));
                if (!matches) break;
                rest = rest[slash..];
            }

            rest = rest.TrimStart((byte)'/');
            var end = rest.IndexOfAny((byte)'/', (byte)'?');
            if (matches && (end < 0 ? rest : rest[..end]).Contains((byte)'.') && Read(rest)) return true;
        }

        return false;
    }

    private bool Read(scoped ReadOnlySpan<byte> target)
    {
        var end = target.IndexOfAny(Ends);
        if (end >= 0) target = target[..end];
        if (target.IsEmpty || target.Length > LongestTarget - 7) return false;
        "http://"u8.CopyTo(_target);
        target.CopyTo(_target[7..]);
        if (WebAddress.TryRead(_target[..(target.Length + 7)], _scratch, out var found) is not AddressFault.None) return false;
        if (found.Host.IndexOf((byte)'.') < 0 || found.Host.SequenceEqual(_outer.Host)) return false;
        Found = found;
        return true;
    }
}
