using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Model.Flows;

/// <summary>How to respond to one kind of incident: what is asked, in order, and what follows from the answers.</summary>
/// <param name="Version">The day from which it holds, as <c>2026-11-26</c>. A running case keeps the version that it began with.</param>
/// <param name="Says">When it is the right one, in a sentence.</param>
/// <param name="Group">Key of the kind of concern under which lists show it.</param>
/// <param name="Types">Keys of the incident types for which it is suggested.</param>
/// <param name="Always">What holds whatever is answered.</param>
/// <param name="Questions">The first asks about danger.</param>
internal sealed record Flow(
    string Id, string Title, string Version, string Says, string Group, IReadOnlyList<Source> Sources, IReadOnlyList<string> Types, IReadOnlyList<FlowSetting> Settings,
    Advice Always, IReadOnlyList<Question> Questions, IReadOnlyList<Rule> Rules, Vocabulary Vocabulary)
{
    public const string Danger = "danger";

    public Question? Find(string question) => Questions.FirstOrDefault(one => one.Id == question);

    /// <summary>Keys of the steps that it may ask for, those that always hold first, each once.</summary>
    public IEnumerable<string> StepsUsed => Always.Steps.Concat(Rules.SelectMany(rule => rule.Advice.Steps)).Distinct();

    public bool Uses(string step) => StepsUsed.Contains(step);

    /// <summary>Whose local editions this flow carries, from the top of the tree downwards; none where it is as it comes.</summary>
    public IReadOnlyList<LocalMark> Local { get; init; } = [];

    /// <summary>Lines of local guidance beside it.</summary>
    public IReadOnlyList<LocalLine> Lines { get; init; } = [];

    /// <summary>A reason as a sentence, with the answers that led to it.</summary>
    public string InWords(Because because) => because.Answers.Count == 0 ? "Always, for this kind of concern."
        : $"{because.Text} ({string.Join("; ", because.Answers.Select(AnswerInWords).OfType<string>().DefaultIfEmpty("as it is settled for your schools"))})";

    private string? AnswerInWords(KeyValuePair<string, string> one) =>
        Find(one.Key) is { } question ? $"{question.Asks} {question.Answers.First(answer => answer.Id == one.Value).Text}" : null;
}

/// <summary>A kind of concern, for lists.</summary>
internal sealed record FlowGroup(string Id, string Title);

/// <param name="Since">From when it holds; null where it has no such day.</param>
internal sealed record Source(string Name, DateOnly? Since, DateOnly Checked);

/// <summary>A choice of the school or the partnership that rules may ask for as <c>setting.KEY</c>.</summary>
internal sealed record FlowSetting(string Key, string Asks, IReadOnlyList<Answer> Values, string Usual)
{
    /// <summary>What was chosen here; null where nobody chose, and the usual one holds.</summary>
    public string? Chosen { get; init; }

    /// <summary>Who chose.</summary>
    public string? By { get; init; }

    public string Holds => Chosen ?? Usual;

    public bool Offers(string value) => Values.Any(one => one.Id == value);

    public string TextOf(string value) => Values.First(one => one.Id == value).Text;
}

/// <param name="Why">Why it is asked, for whoever stops at it; null where it is plain.</param>
/// <param name="Only">Earlier answers that make it worth asking; null asks always.</param>
/// <param name="Fact">The fact of the case that answers it unless somebody does; null where none can.</param>
/// <param name="Line">Where it stands in its file.</param>
internal sealed record Question(string Id, string Asks, string? Why, IReadOnlyList<Answer> Answers, Condition? Only, string? Fact, int Line)
{
    public const string Unsure = "unsure";

    public bool Takes(string answer) => Answers.Any(one => one.Id == answer);
}

internal sealed record Answer(string Id, string Text);

/// <param name="Because">Why, in a sentence for the person who acts.</param>
internal sealed record Rule(string Id, string Because, Condition When, Advice Advice, int Line)
{
    /// <summary>Whose words the reason is in; null for Lifeguard's own.</summary>
    public string? By { get; init; }
}

/// <summary>True where one of the alternatives is; an alternative is true where each of its names has one of its values.</summary>
internal sealed record Condition(IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Alternatives, int Line)
{
    public const string SettingPrefix = "setting.";

    /// <summary>The names of the alternative that holds, with the values they have; null where none holds.</summary>
    public IReadOnlyDictionary<string, string>? Met(Func<string, string?> value)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.All(one => value(one.Key) is { } has && one.Value.Contains(has))) return alternative.ToDictionary(one => one.Key, one => value(one.Key)!);
        }

        return null;
    }
}

/// <summary>What follows from a rule, or always.</summary>
/// <param name="Refer">Agencies, by when.</param>
/// <param name="Steps">Keys of steps.</param>
/// <param name="Tell">Roles, and when.</param>
/// <param name="MustNot">Keys of prohibitions.</param>
/// <param name="Lift">Prohibitions that a decision takes away.</param>
/// <param name="Instead">Roles that have no part in this case, and who takes their place; an empty text where nobody does.</param>
internal sealed record Advice(
    Urgency? Urgency, IReadOnlyDictionary<string, Due> Refer, IReadOnlyList<string> Steps, IReadOnlyDictionary<string, Telling> Tell,
    IReadOnlyList<string> MustNot, IReadOnlyList<string> Lift, IReadOnlyDictionary<string, string> Instead)
{
    /// <summary>Where it stands in its file.</summary>
    public int Line { get; init; } = 1;
}

/// <summary>What the files of flows may name.</summary>
internal sealed record Vocabulary(
    IReadOnlyDictionary<string, string> Agencies, IReadOnlyDictionary<string, string> Roles, IReadOnlyDictionary<string, Step> Steps, IReadOnlyDictionary<string, string> Prohibitions)
{
    /// <summary>With a flow's own; its own go before the shared ones.</summary>
    public Vocabulary With(IReadOnlyDictionary<string, Step> steps, IReadOnlyDictionary<string, string> prohibitions) =>
        this with { Steps = Joined(Steps, steps), Prohibitions = Joined(Prohibitions, prohibitions) };

    private static Dictionary<string, T> Joined<T>(IReadOnlyDictionary<string, T> shared, IReadOnlyDictionary<string, T> own)
    {
        var all = shared.ToDictionary();
        foreach (var (key, value) in own) all[key] = value;
        return all;
    }
}

/// <summary>Something to do.</summary>
/// <param name="Who">The role that does it.</param>
internal sealed record Step(string Id, string Text, string Who, Due Due)
{
    /// <summary>Whose words it is in; null for Lifeguard's own.</summary>
    public string? By { get; init; }
}

/// <summary>A published edition of an organisation's local guidance.</summary>
internal sealed record LocalMark(string By, int Number, DateOnly On)
{
    public override string ToString() => $"{By}, edition {Number} of {UkTime.InWords(On)}";
}

/// <summary>Something that an organisation says beside a flow.</summary>
internal sealed record LocalLine(string By, string Text);
