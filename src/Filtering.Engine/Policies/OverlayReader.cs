using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Policies;

internal sealed class OverlayReader(string file, string text, Policy policy)
{
    private readonly Yaml.Faults _faults = new(file);

    public Overlay? Read(out IReadOnlyList<PolicyFault> faults)
    {
        faults = _faults.All;
        if (Yaml.Document(text, _faults) is not { } yaml) return null;
        var version = yaml.Text("overlay", isNeeded: true);
        var groups = policy.Groups.Select(group => group.Name).ToHashSet();
        Dictionary<string, PersonRule> people = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (account, map) in yaml.Named("people")) people[account] = Person(account, map, groups);
        var exceptions = ExceptionReader.Read(yaml, file, policy.Zone, policy.Levels.Select(level => level.Name).ToHashSet(), groups);
        yaml.End();
        if (_faults.All.Count > 0) return null;
        return new Overlay { Version = version!, People = people, Exceptions = exceptions, Rules = RuleTable.Of([], [], exceptions, policy.Exceptions.Count) };
    }

    private PersonRule Person(string account, Yaml map, HashSet<string> groups)
    {
        Level? level = null;
        if (map.Text("level") is { } name && (level = policy.Levels.FirstOrDefault(one => one.Name == name)) is null) map.Wrong("level", $"there is no level \"{name}\"");
        List<string> within = [];
        foreach (var (group, line) in map.Texts("groups"))
        {
            if (groups.Contains(group)) within.Add(group);
            else _faults.Add(line, $"there is no group \"{group}\"");
        }

        var until = map.Time("until", policy.Zone, isEnd: true);
        map.End();
        if (level is null && within.Count == 0) _faults.Add(map.Line, $"\"{account}\" needs a level or groups");
        return new PersonRule(account, level, within, until, map.Line);
    }
}
