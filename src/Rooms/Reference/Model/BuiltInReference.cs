using Lifeguard.Reference.Contracts;

namespace Lifeguard.Reference.Model;

/// <summary>The door, answered from the data read at the start.</summary>
internal sealed class BuiltInReference(ReferenceData data) : IReference
{
    private readonly Dictionary<string, IncidentType> _types = data.IncidentTypes.ToDictionary(type => type.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, NeverDoList> _neverDo = data.NeverDo.ToDictionary(list => list.Key, StringComparer.Ordinal);
    private readonly Dictionary<RiskCell, FourC> _fourCs = data.RiskGrid.Cells.ToDictionary(cell => cell.Cell, cell => cell.FourC);

    public IReadOnlyList<IncidentType> IncidentTypes => data.IncidentTypes;
    public RiskGrid RiskGrid => data.RiskGrid;
    public IReadOnlyList<Helpline> Helplines => data.Helplines;
    public IReadOnlyList<Law> Laws => data.Laws;
    public string LawNotice => data.LawNotice;
    public IReadOnlyList<Stage> Stages => data.Stages;
    public IReadOnlyList<NationEntry> Nations => data.Nations;

    public IReadOnlyList<IDated> Everything { get; } =
    [
        .. data.IncidentTypes, .. data.NeverDo, .. data.RiskGrid.Cells, .. data.Choices.Values.SelectMany(list => list),
        .. data.Helplines, .. data.Laws, .. data.YearGroups, .. data.Nations,
    ];

    public IncidentType? IncidentType(string key) => _types.GetValueOrDefault(key);

    public IReadOnlyList<IncidentType> FindIncidentTypes(string? words) => TypeSearch.Find(data.IncidentTypes, words);

    public IReadOnlyList<string> NeverDo(IEnumerable<string> incidentTypes)
    {
        var wanted = incidentTypes.Select(IncidentType).OfType<IncidentType>().SelectMany(type => type.NeverDo).ToHashSet();

        // The order of the file is the order of pressure: a type listed second may still bring the most pressing list.
        return [.. data.NeverDo.Where(list => wanted.Contains(list.Key)).SelectMany(list => _neverDo[list.Key].Says).Distinct()];
    }

    public bool MayHoldFiles(IEnumerable<string> incidentTypes) =>
        incidentTypes.All(key => _types.TryGetValue(key, out var type) && !type.Imagery);

    public IReadOnlyList<FourC> FourCsOf(IEnumerable<RiskCell> cells) => [.. cells.Select(cell => _fourCs[cell]).Distinct().Order()];

    public IReadOnlyList<Choice> Choices(ChoiceList list) => data.Choices[list];

    public Choice? Choice(ChoiceList list, string key) => data.Choices[list].FirstOrDefault(choice => choice.Key == key);

    public Helpline? Helpline(string key) => data.Helplines.FirstOrDefault(line => line.Key == key);

    public IReadOnlyList<Helpline> HelplinesFor(Audience audience, Nation nation) =>
        [.. data.Helplines.Where(line => line.Audiences.Contains(audience) && Serves(line.Nations, nation))];

    public IReadOnlyList<Law> LawsFor(string incidentType, Nation nation) =>
    [
        .. data.Laws.Where(law => law.State != LawState.Replaced && law.IncidentTypes.Contains(incidentType) && Serves(law.Nations, nation)),
    ];

    public IReadOnlyList<YearGroup> YearGroups(Nation nation) =>
        [.. data.YearGroups.Where(year => year.Nations.Contains(nation)).OrderBy(year => year.AgeFrom).ThenBy(year => year.AgeTo)];

    private static bool Serves(IReadOnlyList<Nation> nations, Nation nation) => nations.Count == 0 || nations.Contains(nation);
}
