using System.Text;
using System.Text.Unicode;

namespace Lifeguard.Filtering.Spool;

/// <summary>Text that comes from outside, as it may stand in a database: whole characters of UTF-8, none of them a control.</summary>
internal static class PlainText
{
    /// <summary>Copies as much as fits, to the border of a character. Bytes that are no text become question marks.</summary>
    public static int Copy(ReadOnlySpan<byte> from, Span<byte> into)
    {
        var length = from.Length;
        if (length > into.Length)
        {
            length = into.Length;
            while (length > 0 && (from[length] & 0xC0) == 0x80) length--;
            // A run of stray bytes has no border; it is no text anyway.
            if (length < into.Length - 3) length = into.Length;
        }

        from[..length].CopyTo(into);
        var text = into[..length];
        if (IsPlain(text)) return length;
        for (var at = 0; at < text.Length;)
        {
            var status = Rune.DecodeFromUtf8(text[at..], out var rune, out var taken);
            if (status != System.Buffers.OperationStatus.Done || Rune.IsControl(rune)) text.Slice(at, taken).Fill((byte)'?');
            at += taken;
        }

        return length;
    }

    public static bool IsPlain(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyInRange((byte)0, (byte)31) >= 0 || text.Contains((byte)127)) return false;
        if (!text.ContainsAnyInRange((byte)128, (byte)255)) return true;
        if (!Utf8.IsValid(text)) return false;
        // The other controls lie between C2 80 and C2 9F.
        for (var at = text.IndexOf((byte)0xC2); at >= 0 && at + 1 < text.Length;)
        {
            if (text[at + 1] < 0xA0) return false;
            var next = text[(at + 1)..].IndexOf((byte)0xC2);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return true;
    }
}
