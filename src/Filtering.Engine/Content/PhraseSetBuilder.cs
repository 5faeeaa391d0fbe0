using System.Globalization;
using System.Text;

namespace Lifeguard.Filtering.Engine.Content;

/// <summary>
/// Reads files of weighted phrases: ours (<c>50 free slots</c>, <c>80 free + casino</c>, one a line) and DansGuardian's and e2guardian's
/// (<c>&lt; slots &gt;&lt;50&gt;</c>, <c>&lt;free&gt;,&lt;casino&gt;&lt;80&gt;</c>).
/// </summary>
internal sealed class PhraseSetBuilder
{
    private const int Certain = 100_000;
    private const int LongestPhrase = 100;
    private const int MostPhrases = 60_000;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _phrases = [];
    private readonly List<int> _weights = [];
    private readonly List<PhraseSet.Combination> _combinations = [];

    /// <returns>What is wrong, by line.</returns>
    public IReadOnlyList<(int Line, string Because)> Add(string name, string content)
    {
        List<(int, string)> faults = [];
        var number = 0;
        foreach (var raw in content.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#' || line.StartsWith(".Include", StringComparison.Ordinal)) continue;
            if (_phrases.Count >= MostPhrases)
            {
                faults.Add((number, $"more than {MostPhrases:N0} phrases"));
                break;
            }

            var because = line[0] == '<' ? AddBracketed(line) : AddPlain(line);
            if (because is not null && faults.Count < 50) faults.Add((number, because));
        }

        return faults;
    }

    private string? AddPlain(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || !int.TryParse(line[..blank], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)) return "a line is a weight and a phrase: 50 free slots";

        // Whole words: a phrase of ours begins and ends where words do.
        return Add(line[blank..].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => $" {part} "), weight);
    }

    private string? AddBracketed(string line)
    {
        List<string> parts = [];
        var at = 0;
        while (at < line.Length && line[at] == '<')
        {
            var end = line.IndexOf('>', at);
            if (end < 0) return "a bracket is not closed";
            parts.Add(line[(at + 1)..end]);
            at = end + 1;
            if (at < line.Length && line[at] == ',') at++;
        }

        var weight = Certain;
        if (parts.Count > 1 && int.TryParse(parts[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written))
        {
            weight = written;
            parts.RemoveAt(parts.Count - 1);
        }

        return Add(parts, weight);
    }

    private string? Add(IEnumerable<string> parts, int weight)
    {
        List<int> numbers = [];
        foreach (var part in parts)
        {
            var folded = Fold(part);
            if (folded.Trim().Length == 0 || folded.Length > LongestPhrase) return "a phrase needs at least one letter, and at most a hundred";
            if (!_numbers.TryGetValue(folded, out var number))
            {
                _numbers[folded] = number = _phrases.Count;
                _phrases.Add(folded);
                _weights.Add(0);
            }

            numbers.Add(number);
        }

        if (numbers.Count == 0) return "a phrase is missing";
        if (numbers.Count == 1)
        {
            if (_weights[numbers[0]] == 0 || Math.Abs(weight) > Math.Abs(_weights[numbers[0]])) _weights[numbers[0]] = weight;
        }
        else
        {
            _combinations.Add(new PhraseSet.Combination([.. numbers.Distinct()], weight));
        }

        return null;
    }

    /// <summary>As <see cref="PageReader"/> reads a page: small letters, and one space for whatever is neither letter nor digit.</summary>
    private static string Fold(string phrase)
    {
        var folded = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(phrase.ToLowerInvariant()))
        {
            var plain = PageText.Fold[one];
            if (plain != ' ' || folded.Length == 0 || folded[^1] != ' ') folded.Append((char)plain);
        }

        return folded.ToString();
    }

    public PhraseSet Build()
    {
        var (classes, classCount) = Classes();
        List<int[]> trie = [NewState(classCount)];
        List<int> ends = [-1];
        List<(int, int)> chain = [];
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            var state = 0;
            foreach (var one in _phrases[phrase])
            {
                ref var next = ref trie[state][classes[(byte)one]];
                if (next < 0)
                {
                    next = trie.Count;
                    trie.Add(NewState(classCount));
                    ends.Add(-1);
                }

                state = next;
            }

            chain.Add((phrase, ends[state]));
            ends[state] = chain.Count - 1;
        }

        return new PhraseSet
        {
            Classes = classes,
            ClassCount = classCount,
            Next = Link(trie, ends, chain, classCount),
            Ends = [.. ends],
            Chain = [.. chain],
            Phrases = [.. _phrases],
            Weights = [.. _weights],
            Combinations = [.. _combinations],
            CombinationsOf = CombinationsOf(),
        };
    }

    private int[][] CombinationsOf()
    {
        var of = new List<int>[_phrases.Count];
        for (var at = 0; at < _combinations.Count; at++)
        {
            foreach (var phrase in _combinations[at].Phrases) (of[phrase] ??= []).Add(at);
        }

        return [.. of.Select(one => one?.ToArray() ?? [])];
    }

    private (byte[] Classes, int Count) Classes()
    {
        var classes = new byte[256];
        var count = 1;
        foreach (var one in _phrases.SelectMany(phrase => phrase))
        {
            if (classes[(byte)one] == 0) classes[(byte)one] = (byte)count++;
            if (count > 255) break;
        }

        return (classes, count);
    }

    private static int[] NewState(int classCount)
    {
        var state = new int[classCount];
        Array.Fill(state, -1);
        return state;
    }

    /// <summary>Fills every gap with where the longest ending of what was read leads on, and lets a state say what its endings say.</summary>
    private static int[] Link(List<int[]> trie, List<int> ends, List<(int Phrase, int Next)> chain, int classCount)
    {
        var next = new int[trie.Count * classCount];
        var fallback = new int[trie.Count];
        var queue = new Queue<int>();
        for (var one = 0; one < classCount; one++)
        {
            var state = trie[0][one];
            next[one] = Math.Max(state, 0);
            if (state > 0) queue.Enqueue(state);
        }

        while (queue.TryDequeue(out var state))
        {
            var behind = fallback[state];
            if (ends[state] < 0)
            {
                ends[state] = ends[behind];
            }
            else if (ends[behind] >= 0)
            {
                var last = ends[state];
                while (chain[last].Next >= 0) last = chain[last].Next;
                chain[last] = (chain[last].Phrase, ends[behind]);
            }

            for (var one = 0; one < classCount; one++)
            {
                var child = trie[state][one];
                if (child < 0)
                {
                    next[state * classCount + one] = next[behind * classCount + one];
                    continue;
                }

                next[state * classCount + one] = child;
                fallback[child] = next[behind * classCount + one];
                queue.Enqueue(child);
            }
        }

        return next;
    }
}
