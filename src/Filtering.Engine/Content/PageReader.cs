using System.Runtime.InteropServices;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Content;

/// <summary>
/// Adds up the weights of phrases in a page as it passes, across the borders of its pieces. Each phrase counts once. Tags are left out,
/// scripts and styles too; a word goes on behind a tag that only changes its look. One for each answer; not for two threads.
/// </summary>
public sealed class PageReader
{
    private const int LongestTag = 8;

    private enum Mode : byte
    {
        Text,
        TagName,
        Tag,
        Raw,
        Entity,
    }

    private static ReadOnlySpan<byte> RatingLabel => "RTA-5042-1996-1400-1577-RTA"u8;

    private readonly PhraseSet _phrases;
    private readonly int _limit;
    private readonly ulong[] _seen;
    private readonly List<int> _found = [];
    private readonly byte[] _tail = new byte[RatingLabelLength];
    private readonly byte[] _name = new byte[LongestTag];
    private const int RatingLabelLength = 27;
    private Mode _mode;
    private int _state;
    private int _nameLength;
    private int _rawMatched;
    private bool _wasSpace;
    private int _tailLength;
    private bool _isLabelled;

    internal PageReader(PhraseSet phrases, int limit)
    {
        _phrases = phrases;
        _limit = limit;
        _seen = new ulong[(phrases.Phrases.Length + 63) / 64];

        // A page begins as if a space stood before it.
        Text(" "u8);
    }

    public int Score { get; private set; }

    /// <summary>Whether the page is over the limit, or says of itself that it is for adults alone.</summary>
    public bool IsOver => _isLabelled || Score >= _limit;

    /// <summary>The verdict for a page that is over the limit.</summary>
    public Verdict Verdict => new(FilterAction.Block, _isLabelled ? Reason.RatingLabel : Reason.PageWords);

    /// <summary>The phrases that counted most, for whoever explains; at most ten.</summary>
    public IReadOnlyList<(string Phrase, int Weight)> Found =>
        [.. _found.Where(phrase => _phrases.Weights[phrase] != 0).OrderByDescending(phrase => _phrases.Weights[phrase]).Take(10).Select(phrase => (TextOf(_phrases.Phrases[phrase]), _phrases.Weights[phrase]))];

    /// <summary>Phrases lie in the automaton byte by byte.</summary>
    private static string TextOf(string bytes) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(bytes)).Trim();

    /// <summary>Reads the next piece. True when the page is over the limit: it is to be stopped.</summary>
    public bool Read(ReadOnlySpan<byte> piece)
    {
        LookForLabel(piece);
        while (!piece.IsEmpty)
        {
            switch (_mode)
            {
                case Mode.Text:
                    var end = piece.IndexOfAny((byte)'<', (byte)'&');
                    Text(end < 0 ? piece : piece[..end]);
                    if (end < 0) return IsOver;
                    _mode = piece[end] == (byte)'<' ? Mode.TagName : Mode.Entity;
                    _nameLength = 0;
                    piece = piece[(end + 1)..];
                    break;
                case Mode.TagName:
                    piece = TagName(piece);
                    break;
                case Mode.Tag:
                    var close = piece.IndexOf((byte)'>');
                    if (close < 0) return IsOver;
                    piece = piece[(close + 1)..];
                    _mode = IsRaw(_name.AsSpan(0, _nameLength)) ? Mode.Raw : Mode.Text;
                    _rawMatched = 0;
                    break;
                case Mode.Raw:
                    piece = Raw(piece);
                    break;
                default:
                    piece = Entity(piece);
                    break;
            }
        }

        return IsOver;
    }

    /// <summary>The page has ended: the last word ends with it.</summary>
    public bool End()
    {
        Text(" "u8);
        return IsOver;
    }

    /// <summary>Reads words alone, where there are no tags: plain text, and what is measured against other matchers.</summary>
    internal bool ReadPlain(ReadOnlySpan<byte> piece)
    {
        Text(piece);
        return IsOver;
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        var classCount = _phrases.ClassCount;
        ref var next = ref MemoryMarshal.GetArrayDataReference(_phrases.Next);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_phrases.Classes);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(_phrases.Ends);
        ref var fold = ref MemoryMarshal.GetReference(PageText.Fold);
        var state = _state;
        var wasSpace = _wasSpace;
        foreach (var one in text)
        {
            var plain = System.Runtime.CompilerServices.Unsafe.Add(ref fold, one);
            if (plain == (byte)' ')
            {
                if (wasSpace) continue;
                wasSpace = true;
            }
            else
            {
                wasSpace = false;
            }

            // Every state and class comes from the automaton itself: within its table by construction.
            state = System.Runtime.CompilerServices.Unsafe.Add(ref next, state * classCount + System.Runtime.CompilerServices.Unsafe.Add(ref classes, plain));
            var end = System.Runtime.CompilerServices.Unsafe.Add(ref ends, state);
            if (end >= 0) Take(end);
        }

        _state = state;
        _wasSpace = wasSpace;
    }

    private void Take(int end)
    {
        for (; end >= 0; end = _phrases.Chain[end].Next)
        {
            var phrase = _phrases.Chain[end].Phrase;
            ref var seen = ref _seen[phrase >> 6];

            // What ends here was taken together the first time.
            if ((seen >> (phrase & 63) & 1) != 0) return;
            seen |= 1UL << (phrase & 63);
            _found.Add(phrase);
            Score += _phrases.Weights[phrase];
            foreach (var combination in _phrases.CombinationsOf[phrase])
            {
                var (parts, weight) = _phrases.Combinations[combination];
                if (Array.TrueForAll(parts, IsSeen)) Score += weight;
            }
        }
    }

    private bool IsSeen(int phrase) => (_seen[phrase >> 6] >> (phrase & 63) & 1) != 0;

    private ReadOnlySpan<byte> TagName(ReadOnlySpan<byte> piece)
    {
        for (var at = 0; at < piece.Length; at++)
        {
            var one = piece[at];
            var isName = one is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'!' or (byte)'-';
            if (isName && _nameLength < LongestTag)
            {
                _name[_nameLength++] = (byte)(one is >= (byte)'A' and <= (byte)'Z' ? one | 0x20 : one);
                if (_nameLength == 3 && _name.AsSpan(0, 3).SequenceEqual("!--"u8))
                {
                    _mode = Mode.Raw;
                    _rawMatched = 0;
                    return piece[(at + 1)..];
                }

                continue;
            }

            if (one == (byte)'/' && _nameLength == 0) continue;

            // "a < b" is no tag.
            if (_nameLength == 0 && !isName)
            {
                _mode = Mode.Text;
                return piece[at..];
            }

            if (!PageText.IsWithinWords(_name.AsSpan(0, _nameLength))) Text(" "u8);
            _mode = Mode.Tag;
            return piece[at..];
        }

        return default;
    }

    private static bool IsRaw(ReadOnlySpan<byte> tag) => tag.SequenceEqual("script"u8) || tag.SequenceEqual("style"u8);

    /// <summary>Skips to the end of a script, a style or a comment.</summary>
    private ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> piece)
    {
        var isComment = _nameLength >= 3 && _name.AsSpan(0, 3).SequenceEqual("!--"u8);
        var end = isComment ? "-->"u8 : _name.AsSpan(0, _nameLength).SequenceEqual("script"u8) ? "</script"u8 : "</style"u8;
        for (var at = 0; at < piece.Length; at++)
        {
            if (_rawMatched == 0)
            {
                var first = piece[at..].IndexOf(end[0]);
                if (first < 0) return default;
                at += first;
            }

            var one = (byte)(piece[at] is >= (byte)'A' and <= (byte)'Z' ? piece[at] | 0x20 : piece[at]);
            if (one == end[_rawMatched]) _rawMatched++;
            else if (isComment && one == (byte)'-' && _rawMatched == 2) { }
            else _rawMatched = one == end[0] ? 1 : 0;
            if (_rawMatched < end.Length) continue;
            _nameLength = 0;
            _mode = isComment ? Mode.Text : Mode.Tag;
            return piece[(at + 1)..];
        }

        return default;
    }

    /// <summary>The few references that stand for letters or spaces; the rest is a space.</summary>
    private ReadOnlySpan<byte> Entity(ReadOnlySpan<byte> piece)
    {
        for (var at = 0; at < piece.Length; at++)
        {
            var one = piece[at];
            if (_nameLength < LongestTag && one is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'#')
            {
                _name[_nameLength++] = one;
                continue;
            }

            EndEntity();
            _mode = Mode.Text;
            return piece[(one == (byte)';' ? at + 1 : at)..];
        }

        return default;
    }

    private void EndEntity()
    {
        var name = _name.AsSpan(0, _nameLength);
        if (name.SequenceEqual("shy"u8) || name.SequenceEqual("zwnj"u8) || name.SequenceEqual("zwj"u8)) return;
        if (name.Length > 1 && name[0] == (byte)'#')
        {
            var isHex = name[1] is (byte)'x' or (byte)'X';
            var digits = name[(isHex ? 2 : 1)..];
            if (int.TryParse(digits, isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code)
                && System.Text.Rune.IsValid(code) && code != 0xad && code is not (>= 0x200b and <= 0x200d))
            {
                Span<byte> letter = stackalloc byte[4];
                Text(letter[..new System.Text.Rune(code).EncodeToUtf8(letter)]);
            }

            return;
        }

        Text(" "u8);
    }

    private void LookForLabel(ReadOnlySpan<byte> piece)
    {
        if (_isLabelled) return;
        if (_tailLength > 0)
        {
            Span<byte> joint = stackalloc byte[2 * RatingLabelLength];
            _tail.AsSpan(0, _tailLength).CopyTo(joint);
            var more = Math.Min(piece.Length, RatingLabelLength);
            piece[..more].CopyTo(joint[_tailLength..]);
            _isLabelled = joint[..(_tailLength + more)].IndexOf(RatingLabel) >= 0;
        }

        _isLabelled |= piece.IndexOf(RatingLabel) >= 0;
        _tailLength = Math.Min(piece.Length, RatingLabelLength - 1);
        piece[^_tailLength..].CopyTo(_tail);
    }
}
