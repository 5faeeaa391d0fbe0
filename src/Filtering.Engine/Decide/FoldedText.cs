using System.Text;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>
/// Text as its reader hears it: small letters, without accents and marks, look-alikes of other alphabets as ours, everything else a space.
/// Other scripts stay themselves. Words typed letter by letter (<c>p o k e r</c>) are put together behind the rest.
/// </summary>
internal ref struct FoldedText
{
    public const int Longest = 512;
    public const int MostTokens = 96;

    private readonly Span<byte> _text;
    private readonly Span<(short Start, short Length)> _tokens;

    /// <param name="space">At least 2 × <see cref="Longest"/> bytes.</param>
    /// <param name="tokens">At least <see cref="MostTokens"/>.</param>
    public FoldedText(Span<byte> space, Span<(short Start, short Length)> tokens)
    {
        _text = space;
        _tokens = tokens;
    }

    public int Count { get; private set; }

    /// <summary>Those from here on were put together from single letters.</summary>
    public int Joined { get; private set; }

    public readonly ReadOnlySpan<byte> this[int token] => _text.Slice(_tokens[token].Start, _tokens[token].Length);

    /// <param name="plainSigns">With digits and signs read as the letters they stand for (<c>p0ker</c>), in words that hold a letter.</param>
    public void Read(ReadOnlySpan<byte> utf8, bool plainSigns)
    {
        Count = 0;
        var at = 0;
        var start = 0;
        while (!utf8.IsEmpty && at < Longest - 8)
        {
            Rune.DecodeFromUtf8(utf8, out var rune, out var used);
            utf8 = utf8[used..];
            if (IsSilent(rune.Value)) continue;
            var letter = LookAlikes.Letter(rune.Value);
            if (letter is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9') _text[at++] = letter;
            else if (plainSigns && letter is (byte)'@' or (byte)'$' or (byte)'!' && at > start) _text[at++] = letter;
            else if (rune.Value >= 0x80 && Rune.IsLetterOrDigit(rune)) at += Rune.ToLowerInvariant(rune).EncodeToUtf8(_text[at..]);
            else End(ref start, ref at, plainSigns);
        }

        End(ref start, ref at, plainSigns);
        Joined = Count;
        JoinLetters(ref start, ref at);
    }

    private void End(ref int start, ref int at, bool plainSigns)
    {
        var length = at - start;
        if (length > 0 && Count < MostTokens)
        {
            if (plainSigns) Plain(_text.Slice(start, length));
            _tokens[Count++] = ((short)start, (short)length);
        }

        start = at;
    }

    private static void Plain(Span<byte> token)
    {
        if (token.IndexOfAnyInRange((byte)'a', (byte)'z') < 0) return;
        for (var at = 0; at < token.Length; at++)
        {
            token[at] = token[at] switch
            {
                (byte)'0' => (byte)'o',
                (byte)'1' or (byte)'!' => (byte)'i',
                (byte)'3' => (byte)'e',
                (byte)'4' or (byte)'@' => (byte)'a',
                (byte)'5' or (byte)'$' => (byte)'s',
                (byte)'7' => (byte)'t',
                (byte)'8' => (byte)'b',
                var one => one,
            };
        }
    }

    private void JoinLetters(ref int start, ref int at)
    {
        var before = Count;
        for (var token = 0; token < before;)
        {
            var run = token;
            while (run < before && _tokens[run].Length == 1) run++;
            if (run - token >= 3 && Count < MostTokens && at + run - token < 2 * Longest)
            {
                start = at;
                for (var one = token; one < run; one++) _text[at++] = _text[_tokens[one].Start];
                _tokens[Count++] = ((short)start, (short)(at - start));
            }

            token = Math.Max(run, token + 1);
        }
    }

    /// <summary>Marks over letters, and characters that show nothing: between the letters of a word they hide it from programs alone.</summary>
    private static bool IsSilent(int codePoint) => codePoint is '\'' or 0xad or >= 0x300 and <= 0x36f or >= 0x200b and <= 0x200f or 0x2019 or >= 0x2060 and <= 0x2064 or 0xfeff or >= 0xfe00 and <= 0xfe0f;
}
