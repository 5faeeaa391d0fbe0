using System.Buffers;
using System.Buffers.Text;

namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>IPv4 in every spelling that browsers understand: decimal, octal, hexadecimal, with one to four parts.</summary>
internal static class Ipv4Reader
{
    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>All digits, or hexadecimal with <c>0x</c>.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> label)
    {
        if (label.Length >= 2 && label[0] == (byte)'0' && label[1] == (byte)'x') return label[2..].IndexOfAnyExcept(Hexadecimal) < 0;
        return label.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    public static bool TryRead(ReadOnlySpan<byte> name, out uint address)
    {
        address = 0;
        Span<ulong> parts = stackalloc ulong[4];
        var count = 0;
        while (true)
        {
            if (count == 4) return false;
            var dot = name.IndexOf((byte)'.');
            var part = dot < 0 ? name : name[..dot];
            if (!TryReadPart(part, out parts[count++])) return false;
            if (dot < 0) break;
            name = name[(dot + 1)..];
        }

        // The last part fills whatever is left of the four bytes.
        ulong value = 0;
        for (var at = 0; at < count - 1; at++)
        {
            if (parts[at] > 255) return false;
            value |= parts[at] << (24 - 8 * at);
        }

        var last = parts[count - 1];
        if (last >= 1UL << (8 * (5 - count))) return false;
        address = (uint)(value | last);
        return true;
    }

    public static int Write(uint address, Span<byte> into)
    {
        var at = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            Utf8Formatter.TryFormat((byte)(address >> shift), into[at..], out var written);
            at += written;
            if (shift > 0) into[at++] = (byte)'.';
        }

        return at;
    }

    private static bool TryReadPart(ReadOnlySpan<byte> part, out ulong value)
    {
        value = 0;
        if (part.IsEmpty || part.Length > 20) return false;
        var radix = 10u;
        if (part.Length >= 2 && part[0] == (byte)'0')
        {
            radix = part[1] == (byte)'x' ? 16u : 8u;
            part = part[(radix == 16 ? 2 : 1)..];
        }

        foreach (var one in part)
        {
            var digit = one switch
            {
                >= (byte)'0' and <= (byte)'9' => (uint)(one - '0'),
                >= (byte)'a' and <= (byte)'f' => (uint)(one - 'a' + 10),
                _ => 99u,
            };
            if (digit >= radix) return false;
            value = value * radix + digit;
            if (value > uint.MaxValue) return false;
        }

        return true;
    }
}
