using Lifeguard.Response.Model.Cases;
using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Response.Model.Local;

/// <summary>A whole flow that an organisation brings as its own file: read and checked as ours are, and held to our cases.</summary>
internal static class LocalFile
{
    public const int Longest = YamlFile.Longest;

    // A safeguarding lead reads it at night; and every way through it is tried.
    private const int MostQuestions = 60;
    private const int MostRules = 300;
    private const int LongestName = 80;
    private const int LongestTitle = 200;

    /// <param name="edition">Lifeguard's own, which it takes the place of.</param>
    /// <returns>The flow, or everything that is wrong with it.</returns>
    public static (Flow? Flow, IReadOnlyList<Fault> Faults) Read(Edition edition, string text)
    {
        var file = $"{edition.Flow.Id}.yml";
        List<Fault> faults = [];
        if (FlowReader.ReadCommon("common.yml", edition.Common, faults) is not { } common) return (null, faults);
        if (FlowReader.Read(file, text, common, faults) is not { } flow) return (null, faults);

        if (flow.Id != edition.Flow.Id) faults.Add(new Fault(file, 1, $"the flow must be called \"{edition.Flow.Id}\""));
        if (flow.Questions.Count > MostQuestions) faults.Add(new Fault(file, 1, $"more than {MostQuestions} questions"));
        if (flow.Rules.Count > MostRules) faults.Add(new Fault(file, 1, $"more than {MostRules} rules"));
        faults.AddRange(TooLong(flow).Select(says => new Fault(file, 1, says)));
        if (flow.Questions.Count <= MostQuestions && flow.Rules.Count <= MostRules) faults.AddRange(FlowCheck.Faults(file, flow));
        foreach (var (key, own) in common.Vocabulary.Prohibitions.Where(one => flow.Vocabulary.Prohibitions[one.Key] != one.Value && flow.Vocabulary.Prohibitions[one.Key] != edition.Flow.Vocabulary.Prohibitions[one.Key]))
            faults.Add(new Fault(file, 1, $"\"{key}\" is a \"never\" of all flows and keeps its words: {own}"));

        // What lists show and what leads to it are not the file's to change.
        flow = flow with { Group = edition.Flow.Group, Types = edition.Flow.Types };
        if (faults.Count == 0) faults.AddRange(Floor.Of(edition.Flow, common.Vocabulary.Prohibitions.Keys.ToHashSet(), SampleCases.BuiltIn.Of(flow.Id)).FaultsOf(flow).Select(says => new Fault(file, 1, says)));
        return faults.Count == 0 ? (flow, faults) : (null, faults);
    }

    // What stands on a page at night is read in a breath.
    private static IEnumerable<string> TooLong(Flow flow)
    {
        if (flow.Title.Length is 0 or > LongestTitle) yield return $"the title must have 1 to {LongestTitle} characters";
        IEnumerable<(string Name, string Text)> said = [.. flow.Vocabulary.Steps.Select(one => (one.Key, one.Value.Text)), .. flow.Vocabulary.Prohibitions.Select(one => (one.Key, one.Value)),
            .. flow.Rules.Select(one => (one.Id, one.Because)), .. flow.Questions.Select(one => (one.Id, one.Asks + one.Why)), .. flow.Questions.SelectMany(one => one.Answers).Select(one => (one.Id, one.Text)),
            .. flow.Settings.Select(one => (one.Key, one.Asks)), .. flow.Settings.SelectMany(one => one.Values).Select(one => (one.Id, one.Text))];
        foreach (var (name, _) in said.Where(one => one.Name.Length is 0 or > LongestName || !one.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))) yield return $"\"{name[..Math.Min(name.Length, LongestName)]}\": a name has letters, digits and hyphens, at most {LongestName}";
        foreach (var (name, _) in said.Where(one => one.Text.Length is 0 or > LocalGuidance.LongestWording)) yield return $"\"{name}\" needs words, {LocalGuidance.LongestWording:N0} characters or fewer";
    }
}
