using System.Collections.Frozen;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Reference.Model;

/// <summary>All of it, read and checked once.</summary>
internal sealed class ReferenceData
{
    public required IReadOnlyList<IncidentType> IncidentTypes { get; init; }
    public required IReadOnlyList<NeverDoList> NeverDo { get; init; }
    public required RiskGrid RiskGrid { get; init; }
    public required FrozenDictionary<ChoiceList, IReadOnlyList<Choice>> Choices { get; init; }
    public required IReadOnlyList<Helpline> Helplines { get; init; }
    public required IReadOnlyList<Law> Laws { get; init; }
    public required string LawNotice { get; init; }
    public required IReadOnlyList<YearGroup> YearGroups { get; init; }
    public required IReadOnlyList<Stage> Stages { get; init; }
    public required IReadOnlyList<NationEntry> Nations { get; init; }

    public static ReferenceData Read(IReadOnlyDictionary<string, string> files)
    {
        List<string> faults = [];
        var expected = new HashSet<string>(StringComparer.Ordinal);
        DataFile Open(string name)
        {
            expected.Add(name);
            return DataFile.Open(files, name, faults);
        }

        var grid = Open("risk-grid.json");
        var laws = Open("laws.json");
        var years = Open("year-groups.json");
        var data = new ReferenceData
        {
            IncidentTypes = [.. Open("incident-types.json").Entries<IncidentType>().OrderByDescending(type => type.IsStandard)],
            NeverDo = Open("never-do.json").Entries<NeverDoList>(),
            RiskGrid = new RiskGrid(
                grid.Part<GridLabel>("rows"), grid.Part<GridLabel>("columns"), grid.Part<GridLabel>("fourCs"), grid.Entries<RiskCellEntry>()),
            Choices = Enum.GetValues<ChoiceList>().ToFrozenDictionary(list => list, list => Open(FileOf(list)).Entries<Choice>()),
            Helplines = Open("helplines.json").Entries<Helpline>(),
            Laws = laws.Entries<Law>(),
            LawNotice = laws.Words("notice"),
            YearGroups = years.Entries<YearGroup>(),
            Stages = years.Part<Stage>("stages"),
            Nations = Open("nations.json").Entries<NationEntry>(),
        };

        faults.AddRange(files.Keys.Where(name => !expected.Contains(name)).Select(name => $"{name}: no list of this name"));
        faults.AddRange(ReferenceRules.FaultsOf(data));
        return faults.Count == 0 ? data : throw new ReferenceFaultsException(faults);
    }

    internal static string FileOf(ChoiceList list) =>
        $"Choices/{string.Concat(list.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant()}.json";
}
