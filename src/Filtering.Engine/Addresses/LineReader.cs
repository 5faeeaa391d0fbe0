using System.Buffers;

namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>
/// Brings path and query into their one form. Most need no change at all, which a few wide scans find out; then the bytes stay where they
/// are. Otherwise they are decoded into the scratch: twice at most, because an origin may decode once more than we, and what then still holds
/// an escape in its path is refused.
/// </summary>
internal static class LineReader
{
    private static readonly SearchValues<byte> Unusual = SearchValues.Create("%\\;+ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    public static AddressFault TryRead(ReadOnlySpan<byte> raw, Span<byte> scratch, out ReadOnlySpan<byte> line, out int pathLength)
    {
        line = raw;
        pathLength = 0;
        if (raw.IsEmpty) return AddressFault.None;
        var end = raw.IndexOfAny((byte)'?', (byte)'#');
        pathLength = end < 0 ? raw.Length : end;
        if (raw.IndexOfAny(Unusual) < 0 && raw[..pathLength].IndexOf("//"u8) < 0 && raw[..pathLength].IndexOf("/."u8) < 0) return AddressFault.None;

        var fault = WritePath(raw[..pathLength], scratch, out var written);
        if (fault is not AddressFault.None) return fault;
        var path = written;
        written += WriteRest(raw[pathLength..], scratch[written..]);
        line = scratch[..written];
        pathLength = path;
        return AddressFault.None;
    }

    private static AddressFault WritePath(ReadOnlySpan<byte> raw, Span<byte> scratch, out int written)
    {
        raw.CopyTo(scratch);
        written = raw.Length;
        if (raw.IsEmpty) return AddressFault.None;
        if (Decode(scratch[..written], out written) && Decode(scratch[..written], out written) && HasEscape(scratch[..written])) return AddressFault.EncodedTooOften;
        if (HasOverlong(scratch[..written])) return AddressFault.OverlongEncoding;
        written = Resolve(scratch[..written]);
        return AddressFault.None;
    }

    /// <summary>Decodes in place. True where there was anything to decode.</summary>
    private static bool Decode(Span<byte> text, out int length)
    {
        length = text.Length;
        var from = text.IndexOf((byte)'%');
        if (from < 0) return false;
        var to = from;
        var any = false;
        while (from < text.Length)
        {
            if (text[from] == (byte)'%' && from + 2 < text.Length && Hex(text[from + 1]) is var high and >= 0 && Hex(text[from + 2]) is var low and >= 0)
            {
                text[to++] = (byte)(high << 4 | low);
                from += 3;
                any = true;
            }
            else
            {
                text[to++] = text[from++];
            }
        }

        length = to;
        return any;
    }

    private static bool HasEscape(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (text[at] == (byte)'%' && Hex(text[at + 1]) >= 0 && Hex(text[at + 2]) >= 0) return true;
        }

        return false;
    }

    private static int Hex(byte one) => one switch
    {
        >= (byte)'0' and <= (byte)'9' => one - '0',
        >= (byte)'a' and <= (byte)'f' => one - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => one - 'A' + 10,
        _ => -1,
    };

    /// <summary>UTF-8 that says in more bytes than needed what fewer would: a second spelling of a slash or a dot.</summary>
    private static bool HasOverlong(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var one = text[at];
            if (one < 0xc0) continue;
            if (one is 0xc0 or 0xc1) return true;
            if (at + 1 < text.Length && (one == 0xe0 && text[at + 1] is >= 0x80 and < 0xa0 || one == 0xf0 && text[at + 1] is >= 0x80 and < 0x90)) return true;
        }

        return false;
    }

    /// <summary>Lower case, backslashes as slashes, slashes single, <c>.</c> and <c>..</c> resolved, also with parameters (<c>..;x</c>). In place.</summary>
    private static int Resolve(Span<byte> text)
    {
        var to = 0;
        var from = 0;
        while (from < text.Length)
        {
            while (from < text.Length && IsSlash(text[from])) from++;
            var start = from;
            while (from < text.Length && !IsSlash(text[from])) from++;
            var segment = text[start..from];
            var hasSlashAfter = from < text.Length;
            var bare = segment.IndexOf((byte)';') is var parameters and >= 0 ? segment[..parameters] : segment;

            if (bare.SequenceEqual(".."u8))
            {
                while (to > 0 && text[--to] != (byte)'/') { }
                if (!hasSlashAfter) text[to++] = (byte)'/';
                continue;
            }

            if (bare.SequenceEqual("."u8) || segment.IsEmpty)
            {
                if (!hasSlashAfter) text[to++] = (byte)'/';
                continue;
            }

            text[to++] = (byte)'/';
            foreach (var one in segment) text[to++] = one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one;
        }

        // A slash at the end stays: "/a/" and "/a" are two addresses.
        if (to == 0 || text.Length > 0 && IsSlash(text[^1]) && text[to - 1] != (byte)'/') text[to++] = (byte)'/';
        return to;
    }

    private static bool IsSlash(byte one) => one is (byte)'/' or (byte)'\\';

    private static int WriteRest(ReadOnlySpan<byte> raw, Span<byte> scratch)
    {
        raw.CopyTo(scratch);
        for (var at = 0; at < raw.Length; at++)
        {
            if (scratch[at] == (byte)'+') scratch[at] = (byte)' ';
        }

        if (Decode(scratch[..raw.Length], out var length)) Decode(scratch[..length], out length);
        for (var at = 0; at < length; at++)
        {
            if (scratch[at] is >= (byte)'A' and <= (byte)'Z') scratch[at] |= 0x20;
        }

        return length;
    }
}
