using System.Buffers;
using System.Text;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>
/// Finds listed words and phrases in what people type: whole words alone, so that no place name is mistaken for the syllable within it;
/// also with one slip in a word of six letters or more, with letters drawn out, spaced, run together, or written with signs.
/// </summary>
/// <remarks>
/// Every word of every phrase has a number. A typed word becomes a number (exactly, or by one slip); a phrase is a row of numbers.
/// <code>
/// "how to gambel online"  →  –  –  17  4      listed: gamble online = 17 4
/// </code>
/// </remarks>
internal sealed class WordMatcher
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create("0134578@$!"u8);

    private const int MostWords = 6;
    private const int ShortestFuzzy = 6;
    private const int ShortestTogether = 8;

    internal readonly record struct Phrase(int List, string Text);

    private readonly Dictionary<ulong, int> _words = [];
    private readonly Dictionary<ulong, int> _deletions = [];
    private readonly HashSet<ulong> _never = [];
    private readonly Dictionary<ulong, List<int>> _phrases = [];
    private readonly List<(byte[] Text, int Phrase)> _together = [];
    private readonly List<byte[]> _texts = [];
    private readonly List<Phrase> _all = [];

    public static WordMatcher Empty { get; } = new();

    public IReadOnlyList<Phrase> Phrases => _all;

    public static WordMatcher Of(IReadOnlyList<WordList> lists)
    {
        var matcher = new WordMatcher();
        Span<byte> space = stackalloc byte[2 * FoldedText.Longest];
        Span<(short, short)> tokens = stackalloc (short, short)[FoldedText.MostTokens];
        var folded = new FoldedText(space, tokens);
        for (var list = 0; list < lists.Count; list++)
        {
            foreach (var except in lists[list].Except)
            {
                folded.Read(Encoding.UTF8.GetBytes(except.ToLowerInvariant()), plainSigns: false);
                for (var token = 0; token < folded.Joined; token++) matcher._never.Add(Hash(folded[token]));
            }

            foreach (var phrase in lists[list].Phrases)
            {
                folded.Read(Encoding.UTF8.GetBytes(phrase.ToLowerInvariant()), plainSigns: false);
                matcher.Add(list, phrase, folded);
            }
        }

        return matcher;
    }

    /// <summary>Whether a phrase can be looked for at all.</summary>
    public static bool IsUsable(string phrase)
    {
        if (phrase.Length is < 2 or > 60) return false;
        Span<byte> space = stackalloc byte[2 * FoldedText.Longest];
        Span<(short, short)> tokens = stackalloc (short, short)[FoldedText.MostTokens];
        var folded = new FoldedText(space, tokens);
        folded.Read(Encoding.UTF8.GetBytes(phrase.ToLowerInvariant()), plainSigns: false);
        return folded.Joined is > 0 and <= MostWords;
    }

    private void Add(int list, string phrase, FoldedText folded)
    {
        var number = _all.Count;
        _all.Add(new Phrase(list, phrase));
        var row = 0UL;
        List<byte> together = [];
        for (var token = 0; token < folded.Joined; token++)
        {
            row = Next(row, Number(folded[token]));
            together.AddRange(folded[token]);
        }

        if (!_phrases.TryGetValue(row, out var same)) _phrases[row] = same = [];
        same.Add(number);
        if (folded.Joined > 1 && together.Count >= ShortestTogether) _together.Add(([.. together], number));
    }

    private int Number(ReadOnlySpan<byte> word)
    {
        var hash = Hash(word);
        if (_words.TryGetValue(hash, out var number)) return number;
        _words[hash] = number = _texts.Count + 1;
        _texts.Add(word.ToArray());
        if (word.Length < ShortestFuzzy || word.IndexOfAnyExceptInRange((byte)'a', (byte)'z') >= 0) return number;
        for (var left = 0; left < word.Length; left++) _deletions.TryAdd(HashWithout(word, left), number);
        return number;
    }

    /// <summary>Which lists have a phrase in the text.</summary>
    /// <param name="lists">One bit for each list that is asked for.</param>
    /// <param name="phrase">The first phrase found; -1 for none.</param>
    public ulong Find(ReadOnlySpan<byte> text, ulong lists, out int phrase)
    {
        phrase = -1;
        if (_all.Count == 0 || lists == 0 || text.IsEmpty) return 0;
        Span<byte> space = stackalloc byte[2 * FoldedText.Longest];
        Span<(short, short)> tokens = stackalloc (short, short)[FoldedText.MostTokens];
        var folded = new FoldedText(space, tokens);
        folded.Read(text, plainSigns: false);
        var found = Find(folded, lists, ref phrase);
        if (text.IndexOfAny(Signs) < 0) return found;
        folded.Read(text, plainSigns: true);
        return found | Find(folded, lists, ref phrase);
    }

    private ulong Find(FoldedText folded, ulong lists, ref int phrase)
    {
        var found = 0UL;
        Span<int> numbers = stackalloc int[FoldedText.MostTokens];
        for (var token = 0; token < folded.Count; token++) numbers[token] = NumberOf(folded[token]);
        for (var token = 0; token < folded.Count; token++)
        {
            // Words put together from letters stand alone: they do not follow one another.
            var end = token < folded.Joined ? Math.Min(token + MostWords, folded.Joined) : token + 1;
            var row = 0UL;
            for (var last = token; last < end && numbers[last] != 0; last++)
            {
                row = Next(row, numbers[last]);
                if (_phrases.TryGetValue(row, out var all)) found |= Take(all, lists, ref phrase);
            }

            if (numbers[token] == 0 && folded[token].Length >= ShortestTogether)
            {
                foreach (var (together, number) in _together)
                {
                    if (folded[token].IndexOf(together) >= 0) found |= Take(number, lists, ref phrase);
                }
            }
        }

        return found;
    }

    private ulong Take(List<int> all, ulong lists, ref int phrase)
    {
        var found = 0UL;
        foreach (var number in all) found |= Take(number, lists, ref phrase);
        return found;
    }

    private ulong Take(int number, ulong lists, ref int phrase)
    {
        var bit = 1UL << _all[number].List;
        if ((lists & bit) == 0) return 0;
        if (phrase < 0) phrase = number;
        return bit;
    }

    /// <summary>The number of a typed word: itself, with its drawn-out letters shortened, or with one slip; 0 for none.</summary>
    private int NumberOf(ReadOnlySpan<byte> word)
    {
        var hash = Hash(word);
        if (_words.TryGetValue(hash, out var number)) return number;
        if (_never.Contains(hash)) return 0;
        if (TryShorten(word, out number)) return number;
        if (word.Length < ShortestFuzzy - 1 || word.Length > 40) return 0;

        // One letter too few; one too many; one wrong or two exchanged.
        if (_deletions.TryGetValue(hash, out number) && IsOneSlip(word, number)) return number;
        for (var left = 1; left < word.Length; left++)
        {
            var without = HashWithout(word, left);
            if (_words.TryGetValue(without, out number) && IsOneSlip(word, number)) return number;
            if (_deletions.TryGetValue(without, out number) && IsOneSlip(word, number)) return number;
        }

        return 0;
    }

    /// <summary>Letters drawn out (<c>pooooker</c>) count twice, then once.</summary>
    private bool TryShorten(ReadOnlySpan<byte> word, out int number)
    {
        number = 0;
        Span<byte> shorter = stackalloc byte[64];
        if (word.Length > shorter.Length) return false;
        for (var most = 2; most >= 1; most--)
        {
            var length = 0;
            var run = 0;
            var longest = 0;
            for (var at = 0; at < word.Length; at++)
            {
                run = at > 0 && word[at] == word[at - 1] ? run + 1 : 1;
                longest = Math.Max(longest, run);
                if (run <= most) shorter[length++] = word[at];
            }

            if (longest < 3) return false;
            if (_words.TryGetValue(Hash(shorter[..length]), out number)) return true;
        }

        return false;
    }

    /// <summary>Compared letter by letter: the first is right, and one is missing, too much, wrong, or two stand the wrong way round.</summary>
    private bool IsOneSlip(ReadOnlySpan<byte> word, int number)
    {
        ReadOnlySpan<byte> right = _texts[number - 1];
        if (right.Length < ShortestFuzzy || word[0] != right[0] || Math.Abs(word.Length - right.Length) > 1) return false;
        var same = word.CommonPrefixLength(right);
        var left = word[same..];
        var rest = right[same..];
        if (left.Length == rest.Length) return left.Length == 0 || left[1..].SequenceEqual(rest[1..]) || left.Length > 1 && left[0] == rest[1] && left[1] == rest[0] && left[2..].SequenceEqual(rest[2..]);
        return left.Length > rest.Length ? left[1..].SequenceEqual(rest) : left.SequenceEqual(rest[1..]);
    }

    private static ulong Next(ulong row, int number) => NameHash.Finish(row * 31 + (ulong)number + 1);

    private static ulong Hash(ReadOnlySpan<byte> word) => HashWithout(word, -1);

    private static ulong HashWithout(ReadOnlySpan<byte> word, int left)
    {
        var hash = NameHash.Seed;
        for (var at = 0; at < word.Length; at++)
        {
            if (at != left) hash = NameHash.Step(hash, word[at]);
        }

        return NameHash.Finish(hash);
    }
}
