namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>Reads exceptions, which stand in a policy and in an overlay in the same words.</summary>
internal static class ExceptionReader
{
    private const int Most = 10_000;

    public static IReadOnlyList<ExceptionRule> Read(Yaml yaml, string file, TimeZoneInfo zone, IReadOnlyCollection<string> levels, IReadOnlyCollection<string> groups)
    {
        List<ExceptionRule> rules = [];
        foreach (var map in yaml.Maps("exceptions"))
        {
            var opens = map.Text("open");
            var blocks = map.Text("block");
            if (opens is null == blocks is null) map.Wrong("open", "an exception has either \"open\" or \"block\", with one address");
            var (reach, whom) = ReachOf(map, levels, groups);
            var from = map.Time("from", zone, isEnd: false);
            var until = map.Time("until", zone, isEnd: true);
            if (from >= until) map.Wrong("until", "the end of this exception comes before its beginning");
            var decision = DecisionOf(map);
            map.End();
            if ((opens ?? blocks) is not { } text) continue;
            if (OwnEntryReader.Read(text, map.Line, out var because) is { } entry) rules.Add(new ExceptionRule(entry, opens is not null, reach, whom, from, until, decision, file, map.Line));
            else map.Wrong(opens is not null ? "open" : "block", because!);
        }

        if (rules.Count > Most) yaml.Wrong("exceptions", $"there are more than {Most:N0} exceptions; what is meant to stay belongs into an own list");
        return rules;
    }

    public static Decision DecisionOf(Yaml map) => new(map.Text("decided by"), map.Day("since"), map.Text("why"));

    private static (Reach, string?) ReachOf(Yaml map, IReadOnlyCollection<string> levels, IReadOnlyCollection<string> groups)
    {
        if (map.Text("for") is not { } text || text == "everybody") return (Reach.Everybody, null);
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var (kind, name) = blank < 0 ? (text, "") : (text[..blank], text[(blank + 1)..].Trim());
        switch (kind)
        {
            case "level" when levels.Contains(name): return (Reach.Level, name);
            case "level": map.Wrong("for", $"there is no level \"{name}\""); break;
            case "group" when groups.Contains(name): return (Reach.Group, name);
            case "group": map.Wrong("for", $"there is no group \"{name}\""); break;
            case "person" when name.Length > 0: return (Reach.Person, name);
            default: map.Wrong("for", "\"for\" is everybody, or level, group or person with a name after it"); break;
        }

        return (Reach.None, null);
    }
}
