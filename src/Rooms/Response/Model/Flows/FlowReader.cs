using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Plans;
using YamlDotNet.RepresentationModel;

namespace Lifeguard.Response.Model.Flows;

/// <summary>Reads what flows share, and flows; every fault is noted with its line.</summary>
internal static class FlowReader
{
    /// <summary>The words, steps, questions and rules that flows share.</summary>
    public static Common? ReadCommon(string file, string text, List<Fault> faults)
    {
        var yaml = new YamlFile(file, faults);
        if (yaml.Root(text) is not { } root) return null;

        yaml.Only(root, "groups", "agencies", "roles", "steps", "prohibitions", "questions", "settings", "rules");
        var roles = TextsOf(yaml, root, "roles");
        return new Common(
            [.. yaml.Pairs(root, "groups").Select(one => new FlowGroup(one.Name, YamlFile.Text(one.Value) ?? ""))],
            new Vocabulary(TextsOf(yaml, root, "agencies"), roles, StepsOf(yaml, root, roles), TextsOf(yaml, root, "prohibitions")),
            [.. yaml.Maps(root, "questions").Select(map => QuestionOf(yaml, map))], [.. yaml.Maps(root, "settings").Select(map => SettingOf(yaml, map))],
            [.. yaml.Maps(root, "rules").Select(map => RuleOf(yaml, map))]);
    }

    /// <returns>Null where the file cannot be read at all; otherwise what it says, right or wrong.</returns>
    public static Flow? Read(string file, string text, Common common, List<Fault> faults)
    {
        var yaml = new YamlFile(file, faults);
        if (yaml.Root(text) is not { } root) return null;

        yaml.Only(root, "flow", "title", "version", "says", "group", "sources", "types", "settings", "always", "questions", "rules", "steps", "prohibitions");
        List<Question> questions = [];
        HashSet<string> used = [];
        foreach (var map in yaml.Maps(root, "questions"))
        {
            var shares = UsedOf(yaml, map, common);
            questions.Add(shares ?? QuestionOf(yaml, map));
            if (shares is not null) used.Add(shares.Id);
        }

        List<FlowSetting> settings = [];
        foreach (var map in yaml.Maps(root, "settings"))
        {
            var shares = UsedSettingOf(yaml, map, common);
            settings.Add(shares ?? SettingOf(yaml, map));
            if (shares is not null) used.Add(Condition.SettingPrefix + shares.Key);
        }

        var own = yaml.Maps(root, "rules").Select(map => RuleOf(yaml, map));
        // A shared rule comes with the shared questions and settings that it asks about; a flow that asks in its own words also answers for itself.
        var shared = common.Rules.Where(rule => rule.When.Alternatives.All(alternative => alternative.Keys.All(used.Contains)));
        return new Flow(
            yaml.Text(root, "flow"), yaml.Text(root, "title"), yaml.Day(root, "version")?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", yaml.Text(root, "says"), GroupOf(yaml, root, common),
            [.. yaml.Maps(root, "sources").Select(map => SourceOf(yaml, map))],
            [.. yaml.Names(root, "types").Select(one => one.Text)],
            settings,
            YamlFile.Find(root, "always") is YamlMappingNode always ? AdviceOf(yaml, always) : Nothing(yaml, root), questions, [.. shared, .. own],
            common.Vocabulary.With(StepsOf(yaml, root, common.Vocabulary.Roles), TextsOf(yaml, root, "prohibitions")));
    }

    private static string GroupOf(YamlFile yaml, YamlMappingNode root, Common common)
    {
        // A kept edition may be older than groups; that a new one has a group is FlowCheck's to say.
        var group = yaml.TextOrNull(root, "group") ?? "";
        if (YamlFile.Find(root, "group") is { } at && !common.Groups.Any(one => one.Id == group)) yaml.Note(at, $"no group \"{group}\"");
        return group;
    }

    private static Source SourceOf(YamlFile yaml, YamlMappingNode map)
    {
        yaml.Only(map, "name", "since", "checked");
        return new Source(yaml.Text(map, "name"), yaml.Day(map, "since"), yaml.Day(map, "checked") ?? default);
    }

    private static FlowSetting? UsedSettingOf(YamlFile yaml, YamlMappingNode map, Common common)
    {
        if (yaml.TextOrNull(map, "use") is not { } used) return null;

        yaml.Only(map, "use");
        if (common.Settings.FirstOrDefault(one => one.Key == used) is { } setting) return setting;
        yaml.Note(map, $"no shared setting \"{used}\"");
        return new FlowSetting(used, "", [], "");
    }

    private static FlowSetting SettingOf(YamlFile yaml, YamlMappingNode map)
    {
        yaml.Only(map, "setting", "asks", "values", "usual");
        return new FlowSetting(yaml.Text(map, "setting"), yaml.Text(map, "asks"), AnswersOf(yaml, map, "values"), yaml.Text(map, "usual"));
    }

    private static Advice Nothing(YamlFile yaml, YamlMappingNode root)
    {
        yaml.Note(root, "\"always\" is missing: there must be advice whatever is answered");
        return new Advice(null, new Dictionary<string, Due>(), [], new Dictionary<string, Telling>(), [], [], new Dictionary<string, string>());
    }

    private static Question? UsedOf(YamlFile yaml, YamlMappingNode map, Common common)
    {
        if (yaml.TextOrNull(map, "use") is not { } used) return null;

        yaml.Only(map, "use", "only");
        if (common.Questions.FirstOrDefault(one => one.Id == used) is { } question) return question with { Only = ConditionOf(yaml, map, "only"), Line = YamlFile.LineOf(map) };
        yaml.Note(map, $"no shared question \"{used}\"");
        return new Question(used, "", null, [], null, null, YamlFile.LineOf(map));
    }

    private static Question QuestionOf(YamlFile yaml, YamlMappingNode map)
    {
        yaml.Only(map, "question", "asks", "why", "answers", "only", "fact");
        var answers = AnswersOf(yaml, map, "answers").ToList();
        // Nobody is ever made to guess.
        if (answers.TrueForAll(one => one.Id != Question.Unsure)) answers.Add(new Answer(Question.Unsure, "I am not sure"));
        return new Question(yaml.Text(map, "question"), yaml.Text(map, "asks"), yaml.TextOrNull(map, "why"), answers, ConditionOf(yaml, map, "only"), yaml.TextOrNull(map, "fact"), YamlFile.LineOf(map));
    }

    private static Rule RuleOf(YamlFile yaml, YamlMappingNode map)
    {
        yaml.Only(map, "rule", "because", "when", "urgency", "refer", "steps", "tell", "mustNot", "lift", "instead");
        if (ConditionOf(yaml, map, "when") is not { } when)
        {
            yaml.Note(map, "\"when\" is missing; what always holds stands under \"always\"");
            when = new Condition([], YamlFile.LineOf(map));
        }

        return new Rule(yaml.Text(map, "rule"), yaml.Text(map, "because"), when, AdviceOf(yaml, map), YamlFile.LineOf(map));
    }

    private static Advice AdviceOf(YamlFile yaml, YamlMappingNode map) => new(
        yaml.TextOrNull(map, "urgency") is { } urgency ? Word(yaml, map, "urgency", urgency, Words.Urgencies) : null,
        yaml.Pairs(map, "refer").ToDictionary(one => one.Name, one => Word(yaml, one.Value, "within", YamlFile.Text(one.Value) ?? "", Words.Dues)),
        [.. yaml.Names(map, "steps").Select(one => one.Text)],
        yaml.Pairs(map, "tell").ToDictionary(one => one.Name, one => Word(yaml, one.Value, "when", YamlFile.Text(one.Value) ?? "", Words.Tellings)),
        [.. yaml.Names(map, "mustNot").Select(one => one.Text)], [.. yaml.Names(map, "lift").Select(one => one.Text)],
        yaml.Pairs(map, "instead").ToDictionary(one => one.Name, one => YamlFile.Text(one.Value) ?? ""))
    {
        Line = YamlFile.LineOf(map),
    };

    private static Condition? ConditionOf(YamlFile yaml, YamlMappingNode map, string name) => YamlFile.Find(map, name) switch
    {
        null => null,
        YamlMappingNode one => new Condition([Alternative(yaml, one)], YamlFile.LineOf(one)),
        YamlSequenceNode many => new Condition([.. many.Children.OfType<YamlMappingNode>().Select(one => Alternative(yaml, one))], YamlFile.LineOf(many)),
        var node => Misread(yaml, node),
    };

    private static Condition? Misread(YamlFile yaml, YamlNode node)
    {
        yaml.Note(node, "a condition is a list of questions with their answers");
        return null;
    }

    private static Dictionary<string, IReadOnlyList<string>> Alternative(YamlFile yaml, YamlMappingNode map) =>
        yaml.Pairs(map).ToDictionary(one => one.Name, one => (IReadOnlyList<string>)[.. yaml.Names(one.Value).Select(name => name.Text)]);

    private static IReadOnlyList<Answer> AnswersOf(YamlFile yaml, YamlMappingNode map, string name) =>
        [.. yaml.Pairs(map, name).Select(one => new Answer(one.Name, YamlFile.Text(one.Value) ?? ""))];

    private static Dictionary<string, string> TextsOf(YamlFile yaml, YamlMappingNode map, string name) =>
        yaml.Pairs(map, name).ToDictionary(one => one.Name, one => YamlFile.Text(one.Value) ?? "");

    private static Dictionary<string, Step> StepsOf(YamlFile yaml, YamlMappingNode root, IReadOnlyDictionary<string, string> roles)
    {
        Dictionary<string, Step> steps = [];
        foreach (var (name, node) in yaml.Pairs(root, "steps"))
        {
            if (node is not YamlMappingNode map)
            {
                yaml.Note(node, $"the step \"{name}\" needs text, who and due");
                continue;
            }

            yaml.Only(map, "text", "who", "due");
            var who = yaml.Text(map, "who");
            if (!roles.ContainsKey(who)) yaml.Note(map, $"the step \"{name}\" is done by \"{who}\", who is no role");
            steps[name] = new Step(name, yaml.Text(map, "text"), who, Word(yaml, map, "due", yaml.Text(map, "due"), Words.Dues));
        }

        return steps;
    }

    private static T Word<T>(YamlFile yaml, YamlNode at, string name, string word, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (words.TryGetValue(word, out var value)) return value;
        yaml.Note(at, $"\"{word}\" is no {name}; there is {string.Join(", ", words.Keys)}");
        return default;
    }
}

/// <summary>What flows share.</summary>
/// <param name="Groups">In the order of lists.</param>
internal sealed record Common(IReadOnlyList<FlowGroup> Groups, Vocabulary Vocabulary, IReadOnlyList<Question> Questions, IReadOnlyList<FlowSetting> Settings, IReadOnlyList<Rule> Rules);
