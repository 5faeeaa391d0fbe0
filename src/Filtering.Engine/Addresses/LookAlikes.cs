using System.Text;

namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>
/// Letters that look like one of ours: with accents, from the Greek and Cyrillic alphabets, wide, circled or small capital. A small table on
/// purpose (the Unicode list of confusables is far longer): what fools a reader at a glance.
/// </summary>
internal static class LookAlikes
{
    // Each run: the first code point, and what it and those after it look like; a space is a letter that looks like none.
    private static readonly (int First, string Plain)[] Runs =
    [
        (0xe0, "aaaaaaaceeeeiiiidnooooo ouuuuypy"),
        (0x100, "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"),
        (0x144, "nnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzf"),
        (0x1cd, "aaiioouuuuuuuuuu"),
        (0x218, "sstt"),
        (0x250, "a abcd"),
        (0x261, "gg"),
        (0x3b1, "aby e n ik uv o pc tu x w"),
        (0x430, "a b  e    k mho pcty x"),
        (0x450, "ee  esiij"),
        (0x4bb, "h"),
        (0x4cf, "l"),
        (0x501, "d"),
        (0x51b, "q w"),
        (0x1e00, "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas"),
        (0x1ea0, "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"),
        (0x24d0, "abcdefghijklmnopqrstuvwxyz"),
        (0xff10, "0123456789"),
        (0xff21, "abcdefghijklmnopqrstuvwxyz"),
        (0xff41, "abcdefghijklmnopqrstuvwxyz"),
        (0x1d41a, "abcdefghijklmnopqrstuvwxyz"),
        (0x1d44e, "abcdefghijklmnopqrstuvwxyz"),
    ];

    /// <summary>One of our letters that looks like it, itself where it is ASCII; empty where none does.</summary>
    public static ReadOnlySpan<byte> Plain(Rune letter)
    {
        if (letter.Value == 0xdf) return "ss"u8;
        if (letter.Value == 0xe6) return "ae"u8;
        if (letter.Value == 0x153) return "oe"u8;
        var plain = Letter(letter.Value);
        return plain == 0 ? default : Ascii.Slice(plain, 1);
    }

    /// <summary>The same as one lower-case letter; 0 where none looks like it.</summary>
    public static byte Letter(int codePoint)
    {
        if (codePoint < 0x80) return codePoint is >= 'A' and <= 'Z' ? (byte)(codePoint | 0x20) : (byte)codePoint;
        foreach (var (first, plain) in Runs)
        {
            if (codePoint < first) return 0;
            if (codePoint - first < plain.Length) return plain[codePoint - first] is var one and not ' ' ? (byte)one : (byte)0;
        }

        return 0;
    }

    private static ReadOnlySpan<byte> Ascii => AsciiBytes;
    private static readonly byte[] AsciiBytes = [.. Enumerable.Range(0, 128).Select(one => (byte)one)];
}
