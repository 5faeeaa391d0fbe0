using System.Text.RegularExpressions;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Reference.Model;

/// <summary>What must hold between the files. Reports everything that does not.</summary>
internal static partial class ReferenceRules
{
    public const int StandardTypes = 12;

    public static IEnumerable<string> FaultsOf(ReferenceData data) =>
    [
        .. Keys(data), .. Types(data), .. Grid(data), .. Lists(data), .. HelplineFaults(data), .. LawFaults(data), .. Places(data),
    ];

    private static IEnumerable<string> Keys(ReferenceData data) =>
        data.IncidentTypes.Cast<IDated>().Concat(data.NeverDo).Concat(data.Helplines).Concat(data.Laws).Concat(data.YearGroups)
            .Concat(data.Choices.Values.SelectMany(list => list))
            .Where(entry => !KebabCase().IsMatch(entry.Key))
            .Select(entry => $"'{entry.Key}': a key is lower case with hyphens");

    private static IEnumerable<string> Types(ReferenceData data)
    {
        var standard = data.IncidentTypes.Where(type => type.IsStandard).Select(type => type.Key).ToHashSet();
        var lists = data.NeverDo.Select(list => list.Key).ToHashSet();
        if (standard.Count != StandardTypes) yield return $"incident-types.json: {standard.Count} standard options, there are {StandardTypes}";
        if (!standard.Contains(KnownKeys.OtherType)) yield return $"incident-types.json: no '{KnownKeys.OtherType}'";

        foreach (var type in data.IncidentTypes)
        {
            if (!standard.Contains(type.Standard)) yield return $"incident-types.json: {type.Key}: '{type.Standard}' is not one of the standard options";
            if (type.IsStandard && type.Standard != type.Key) yield return $"incident-types.json: {type.Key}: a standard option counts under itself";
            if (type.NeverDo.Count == 0) yield return $"incident-types.json: {type.Key}: says nothing about what never to do";
            foreach (var unknown in type.NeverDo.Where(key => !lists.Contains(key))) yield return $"incident-types.json: {type.Key}: no list '{unknown}' of what never to do";

            // The flag keeps files out; the list tells people why. One without the other is a mistake in the file.
            if (type.Imagery != type.NeverDo.Contains("imagery")) yield return $"incident-types.json: {type.Key}: the imagery flag and the imagery list go together";
        }
    }

    private static IEnumerable<string> Grid(ReferenceData data)
    {
        foreach (var row in Enum.GetValues<RiskRow>())
        {
            foreach (var column in Enum.GetValues<RiskColumn>())
            {
                if (data.RiskGrid.Cells.All(cell => cell.Cell != new RiskCell(row, column))) yield return $"risk-grid.json: no cell {new RiskCell(row, column)}";
            }
        }

        foreach (var empty in data.RiskGrid.Cells.Where(cell => cell.Examples.Count == 0)) yield return $"risk-grid.json: {empty.Key}: no examples";
        foreach (var fault in Edge<RiskRow>(data.RiskGrid.Rows).Concat(Edge<RiskColumn>(data.RiskGrid.Columns)).Concat(Edge<FourC>(data.RiskGrid.FourCs))) yield return fault;
    }

    private static IEnumerable<string> Edge<T>(IReadOnlyList<GridLabel> labels) where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).SequenceEqual(labels.Select(label => label.Key))
            ? []
            : [$"risk-grid.json: the labels of {typeof(T).Name} are not complete or not in order"];

    private static IEnumerable<string> Lists(ReferenceData data)
    {
        foreach (var (list, key) in KnownKeys.Choices)
        {
            if (data.Choices[list].All(choice => choice.Key != key)) yield return $"{ReferenceData.FileOf(list)}: a rule depends on '{key}'";
        }

        var numbers = data.Helplines.Select(line => line.Key).ToHashSet();
        foreach (var (list, choices) in data.Choices)
        {
            foreach (var choice in choices.Where(choice => choice.Contact is not null && !numbers.Contains(choice.Contact)))
            {
                yield return $"{ReferenceData.FileOf(list)}: {choice.Key}: no helpline '{choice.Contact}'";
            }
        }

        // What a child seems to have agreed to never closes a concern about that child.
        foreach (var reason in data.Choices[ChoiceList.ClosingReasons].Where(reason => Consent().IsMatch(reason.Key + " " + reason.Label)))
        {
            yield return $"{ReferenceData.FileOf(ChoiceList.ClosingReasons)}: {reason.Key}: apparent agreement is no reason to close";
        }
    }

    private static IEnumerable<string> HelplineFaults(ReferenceData data)
    {
        foreach (var line in data.Helplines)
        {
            if (line.Number is null && line.TextNumber is null && line.Web is null) yield return $"helplines.json: {line.Key}: no way to reach it";
            if (line.Audiences.Count == 0) yield return $"helplines.json: {line.Key}: for nobody";
            if (line.Hours is not null && line.Number is null && line.TextNumber is null) yield return $"helplines.json: {line.Key}: hours without a number";
        }

        foreach (var needed in new[] { "police-999", "childline" }.Where(key => data.Helplines.All(line => line.Key != key)))
        {
            yield return $"helplines.json: '{needed}' is shown on every failure page";
        }
    }

    private static IEnumerable<string> LawFaults(ReferenceData data)
    {
        var types = data.IncidentTypes.Select(type => type.Key).ToHashSet();
        foreach (var law in data.Laws)
        {
            if ((law.State == LawState.Replaced) != (law.ReplacedBy is not null)) yield return $"laws.json: {law.Key}: a replaced law names what replaced it";
            if (law.ReplacedBy is not null && data.Laws.All(other => other.Key != law.ReplacedBy)) yield return $"laws.json: {law.Key}: no law '{law.ReplacedBy}'";
            foreach (var unknown in law.IncidentTypes.Where(key => !types.Contains(key))) yield return $"laws.json: {law.Key}: no incident type '{unknown}'";
        }
    }

    private static IEnumerable<string> Places(ReferenceData data)
    {
        foreach (var missing in Enum.GetNames<Nation>().Where(nation => data.Nations.All(entry => entry.Key != nation))) yield return $"nations.json: no '{missing}'";

        var stages = data.Stages.Select(stage => stage.Key).ToHashSet();
        foreach (var year in data.YearGroups)
        {
            if (!stages.Contains(year.Stage)) yield return $"year-groups.json: {year.Key}: no stage '{year.Stage}'";
            if (year.AgeTo <= year.AgeFrom) yield return $"year-groups.json: {year.Key}: the ages are the wrong way round";
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("consen|agreed to it|willing", RegexOptions.IgnoreCase)]
    private static partial Regex Consent();
}
