using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Plans;
using YamlDotNet.RepresentationModel;

namespace Lifeguard.Tests.Response;

/// <summary>The case tables, as <c>Cases/README.md</c> explains them.</summary>
internal static class Cases
{
    public static IReadOnlyList<Case> All { get; } = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Response", "Cases"), "*.yml").Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <summary>Rows of the requirements that no case shows, and why.</summary>
    public static IReadOnlyDictionary<string, string?> WithoutACase { get; } = Pairs(RootOf(Path.Combine(AppContext.BaseDirectory, "Response", "Rows", "without-a-case.yml")), "rows");

    private static IEnumerable<Case> Read(string file)
    {
        var root = RootOf(file);
        var usual = Pairs(root, "usual");
        foreach (var one in ((YamlSequenceNode)root.Children["cases"]).Cast<YamlMappingNode>())
        {
            var answers = usual.ToDictionary();
            foreach (var (question, answer) in Pairs(one, "answers")) answers[question] = answer!;
            yield return new Case(
                Text(root.Children["flow"]), Text(one.Children["case"]), answers!, Text(one.Children["urgency"]), Pairs(one, "refer"), Names(one, "neverRefer"), Pairs(one, "tell"), Names(one, "neverTell"),
                Names(one, "held"), Names(one, "must"), Names(one, "mustNot"), Names(one, "rows"));
        }
    }

    private static YamlMappingNode RootOf(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static Dictionary<string, string?> Pairs(YamlMappingNode map, string name) => Find(map, name) switch
    {
        YamlMappingNode pairs => pairs.Children.ToDictionary(pair => Text(pair.Key), pair => (string?)Text(pair.Value)),
        YamlSequenceNode names => names.ToDictionary(Text, _ => (string?)null),
        _ => [],
    };

    private static List<string> Names(YamlMappingNode map, string name) => Find(map, name) is YamlSequenceNode list ? [.. list.Select(Text)] : [];

    private static YamlNode? Find(YamlMappingNode map, string name) => map.Children.TryGetValue(name, out var node) ? node : null;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}

internal sealed record Case(
    string Flow, string Says, Dictionary<string, string> Answers, string Urgency, Dictionary<string, string?> Refer, List<string> NeverRefer, Dictionary<string, string?> Tell, List<string> NeverTell,
    List<string> Held, List<string> Must, List<string> MustNot, List<string> Rows)
{
    /// <summary>In what the plan differs from what a safeguarding lead would do.</summary>
    public IEnumerable<string> Differences(Plan plan)
    {
        if (!plan.Complete) yield return $"stops at {plan.Next}";
        if (Words.Of(plan.Urgency) != Urgency) yield return $"urgency {Words.Of(plan.Urgency)} for {Urgency}";
        foreach (var (agency, within) in Refer)
        {
            var found = plan.Refer.FirstOrDefault(one => one.To == agency);
            if (found is null) yield return $"{agency} is missing";
            else if (within is not null && found.Within > Words.Dues[within]) yield return $"{agency} {Words.Of(found.Within)} for {within}";
        }

        foreach (var agency in NeverRefer.Where(agency => plan.Refer.Any(one => one.To == agency))) yield return $"{agency} has no place here";
        foreach (var (role, when) in Tell.Where(tell => !plan.Tell.Any(one => one.Role == tell.Key && Words.Of(one.When) == tell.Value)))
            yield return $"{role} told {plan.Tell.Where(one => one.Role == role).Select(one => Words.Of(one.When)).FirstOrDefault() ?? "never"} for {when}";
        foreach (var role in NeverTell.Where(role => plan.Tell.Any(one => one.Role == role) || plan.Steps.Any(one => one.Who == role))) yield return $"{role} has a part in it";
        foreach (var role in Held.Where(role => !plan.Tell.Any(one => one.Role == role && one.When == Telling.Held))) yield return $"{role} is not held back";
        foreach (var step in Must.Where(step => plan.Steps.All(one => one.Id != step))) yield return $"the step {step} is missing";
        foreach (var prohibition in MustNot.Where(prohibition => plan.MustNot.All(one => one.Id != prohibition))) yield return $"the prohibition {prohibition} is missing";
    }
}
