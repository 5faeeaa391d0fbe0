using System.Text;

namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>Names with letters beyond ASCII travel as punycode (RFC 3492): <c>xn--</c> and a code. It is decoded only to see what the name looks like.</summary>
internal static class Punycode
{
    private const int LongestDecoded = 64;

    /// <summary>Whether every <c>xn--</c> label decodes, and to something that is not plain ASCII, and no control character.</summary>
    public static bool IsSound(ReadOnlySpan<byte> host)
    {
        Span<int> decoded = stackalloc int[LongestDecoded];
        foreach (var range in host.Split((byte)'.'))
        {
            var label = host[range];
            if (!label.StartsWith("xn--"u8)) continue;
            var length = Decode(label[4..], decoded);
            if (length <= 0 || decoded[..length].IndexOfAnyExceptInRange(0, 0x7f) < 0 || decoded[..length].IndexOfAnyInRange(0x80, 0x9f) >= 0) return false;
        }

        return true;
    }

    /// <summary>What the name looks like in plain letters: <c>xn--blcked-xxa.test</c> is <c>blocked.test</c>.</summary>
    /// <returns>How many bytes were written; 0 where a letter looks like none of ours.</returns>
    public static int Skeleton(ReadOnlySpan<byte> host, Span<byte> into)
    {
        Span<int> decoded = stackalloc int[LongestDecoded];
        var written = 0;
        foreach (var range in host.Split((byte)'.'))
        {
            var label = host[range];
            if (written > 0) into[written++] = (byte)'.';
            if (!label.StartsWith("xn--"u8))
            {
                label.CopyTo(into[written..]);
                written += label.Length;
                continue;
            }

            var length = Decode(label[4..], decoded);
            for (var at = 0; at < length; at++)
            {
                var plain = LookAlikes.Plain(new Rune(decoded[at]));
                if (plain.IsEmpty || written + plain.Length > into.Length - 70) return 0;
                plain.CopyTo(into[written..]);
                written += plain.Length;
            }
        }

        return written;
    }

    /// <returns>How many code points; 0 for a code that is none.</returns>
    private static int Decode(ReadOnlySpan<byte> code, Span<int> into)
    {
        const int radix = 36, first = 1, last = 26, skew = 38, damp = 700;
        int n = 128, index = 0, bias = 72, count = 0;
        var basic = code.LastIndexOf((byte)'-');
        for (var at = 0; at < Math.Max(basic, 0); at++)
        {
            if (count == into.Length) return 0;
            into[count++] = code[at];
        }

        for (var at = basic + 1; at < code.Length;)
        {
            var before = index;
            var weight = 1;
            for (var k = radix; ; k += radix)
            {
                if (at >= code.Length) return 0;
                var digit = code[at++] switch
                {
                    >= (byte)'a' and <= (byte)'z' and var letter => letter - 'a',
                    >= (byte)'0' and <= (byte)'9' and var number => number - '0' + 26,
                    _ => radix,
                };
                if (digit >= radix || digit > (int.MaxValue - index) / weight) return 0;
                index += digit * weight;
                var threshold = k <= bias ? first : k >= bias + last ? last : k - bias;
                if (digit < threshold) break;
                if (weight > int.MaxValue / (radix - threshold)) return 0;
                weight *= radix - threshold;
            }

            if (count == into.Length) return 0;
            var delta = before == 0 ? (index - before) / damp : (index - before) / 2;
            delta += delta / (count + 1);
            var steps = 0;
            for (; delta > (radix - first) * last / 2; steps += radix) delta /= radix - first;
            bias = steps + (radix - first + 1) * delta / (delta + skew);

            if (index / (count + 1) > int.MaxValue - n) return 0;
            n += index / (count + 1);
            index %= count + 1;
            if (!Rune.IsValid(n)) return 0;
            into[index..count].CopyTo(into[(index + 1)..]);
            into[index++] = n;
            count++;
        }

        return count;
    }
}
