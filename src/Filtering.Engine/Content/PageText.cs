namespace Lifeguard.Filtering.Engine.Content;

/// <summary>What bytes of a page count as.</summary>
internal static class PageText
{
    /// <summary>Small letters, digits and everything beyond ASCII as they are; the rest is a space.</summary>
    public static ReadOnlySpan<byte> Fold => FoldBytes;

    private static readonly byte[] FoldBytes = [.. Enumerable.Range(0, 256).Select(one => (byte)(one switch
    {
        >= 'A' and <= 'Z' => one | 0x20,
        >= 'a' and <= 'z' or >= '0' and <= '9' or >= 0x80 => one,
        _ => ' ',
    }))];

    /// <summary>Tags that stand within words: a word goes on behind them.</summary>
    public static bool IsWithinWords(ReadOnlySpan<byte> tag) =>
        tag.SequenceEqual("b"u8) || tag.SequenceEqual("i"u8) || tag.SequenceEqual("u"u8) || tag.SequenceEqual("s"u8) || tag.SequenceEqual("em"u8) || tag.SequenceEqual("a"u8)
        || tag.SequenceEqual("span"u8) || tag.SequenceEqual("font"u8) || tag.SequenceEqual("strong"u8) || tag.SequenceEqual("small"u8) || tag.SequenceEqual("mark"u8)
        || tag.SequenceEqual("wbr"u8) || tag.SequenceEqual("sub"u8) || tag.SequenceEqual("sup"u8) || tag.SequenceEqual("!--"u8);
}
