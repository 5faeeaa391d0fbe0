namespace Lifeguard.Gateway.Squid.Lint;

/// <summary>One thing that a configuration says.</summary>
/// <param name="Line">From 1: where it begins.</param>
internal sealed record SquidDirective(int Line, string Name, IReadOnlyList<string> Words)
{
    /// <summary>Everything after its name.</summary>
    public string Rest { get; } = string.Join(' ', Words);

    /// <summary>Reads a configuration as Squid does: a backslash at the end goes on in the next line, a word with # begins a remark.</summary>
    public static IReadOnlyList<SquidDirective> Read(string text)
    {
        var found = new List<SquidDirective>();
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var (start, line) = (index, lines[index].TrimEnd('\r'));
            while (line.EndsWith('\\') && index + 1 < lines.Length) line = line[..^1] + " " + lines[++index].TrimEnd('\r');
            var words = WordsOf(line);
            if (words.Count > 0) found.Add(new SquidDirective(start + 1, words[0], words[1..]));
        }

        return found;
    }

    private static List<string> WordsOf(string line)
    {
        var words = new List<string>();
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            if (line[at] == '#') break;
            var end = at + 1;
            if (line[at] == '"')
            {
                while (end < line.Length && line[end] != '"') end++;
                end = Math.Min(end + 1, line.Length);
            }

            while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
            words.Add(line[at..end]);
            at = end;
        }

        return words;
    }
}

/// <summary>One thing wrong with a configuration.</summary>
/// <param name="Line">From 1; 0 for something that is missing altogether.</param>
/// <param name="Rule">Which rule it breaks, in one word.</param>
internal sealed record SquidFault(int Line, string Rule, string Text)
{
    public override string ToString() => Line == 0 ? Text : $"line {Line}: {Text}";
}
