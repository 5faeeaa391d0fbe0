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
        var trie = new Trie(classCount);
        List<(int, int)> chain = [];
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            var state = 0;
            foreach (var one in _phrases[phrase]) state = trie.Step(state, classes[(byte)one]);
            chain.Add((phrase, trie.Ends[state]));
            trie.Ends[state] = chain.Count - 1;
        }

        return new PhraseSet
        {
            Classes = classes,
            ClassCount = classCount,
            Next = trie.Link(chain),
            Ends = [.. trie.Ends],
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
        foreach (var phrase in _phrases)
        {
            foreach (var one in phrase)
            {
                if (count <= byte.MaxValue && classes[(byte)one] == 0) classes[(byte)one] = (byte)count++;
            }
        }

        return (classes, count);
    }

    /// <summary>Phrases as paths; the table of steps is one piece from the beginning, and becomes the automaton where it stands.</summary>
    private sealed class Trie
    {
        private const int NoStep = -1;

        private readonly int _classCount;
        private int[] _next = [];

        public Trie(int classCount)
        {
            _classCount = classCount;
            AddState();
        }

        /// <summary>By state: the first phrase that ends there; -1 for none.</summary>
        public List<int> Ends { get; } = [];

        /// <summary>To the state behind this byte, which is made where there is none.</summary>
        public int Step(int state, byte byClass)
        {
            var at = state * _classCount + byClass;
            if (_next[at] >= 0) return _next[at];
            var made = AddState();
            return _next[at] = made;
        }

        /// <summary>Fills every gap with where the longest ending of what was read leads on, and lets a state say what its endings say.</summary>
        public int[] Link(List<(int Phrase, int Next)> chain)
        {
            var fallback = new int[Ends.Count];
            var queue = new Queue<int>(Ends.Count);
            for (var one = 0; one < _classCount; one++)
            {
                if (_next[one] > 0) queue.Enqueue(_next[one]);
                else _next[one] = 0;
            }

            // Nearest first: where an ending leads on is filled before whoever asks for it.
            while (queue.TryDequeue(out var state))
            {
                var behind = fallback[state];
                if (Ends[state] < 0)
                {
                    Ends[state] = Ends[behind];
                }
                else if (Ends[behind] >= 0)
                {
                    var last = Ends[state];
                    while (chain[last].Next >= 0) last = chain[last].Next;
                    chain[last] = (chain[last].Phrase, Ends[behind]);
                }

                var steps = _next.AsSpan(state * _classCount, _classCount);
                var others = _next.AsSpan(behind * _classCount, _classCount);
                for (var one = 0; one < steps.Length; one++)
                {
                    if (steps[one] < 0)
                    {
                        steps[one] = others[one];
                        continue;
                    }

                    fallback[steps[one]] = others[one];
                    queue.Enqueue(steps[one]);
                }
            }

            return _next.AsSpan(0, Ends.Count * _classCount).ToArray();
        }

        private int AddState()
        {
            var state = Ends.Count;
            Ends.Add(-1);
            var end = (state + 1) * _classCount;
            if (end > _next.Length) Array.Resize(ref _next, Math.Max(64 * _classCount, 2 * _next.Length));
            _next.AsSpan(state * _classCount, _classCount).Fill(NoStep);
            return state;
        }
    }
}
