namespace Lifeguard.Reference.Contracts;

/// <summary>
/// Facts and lists that change by editing data files: each entry says where it comes from and when it was checked.
/// Everything here was validated at the start and never changes while the process runs.
/// </summary>
public interface IReference
{
    /// <summary>The twelve standard options first, then the wider list.</summary>
    IReadOnlyList<IncidentType> IncidentTypes { get; }

    /// <summary>The type of this key, or null when the file no longer has it; a stored key may outlive its entry.</summary>
    IncidentType? IncidentType(string key);

    /// <summary>Types whose label, hint or older names hold every word, best match first; all of them for no words.</summary>
    IReadOnlyList<IncidentType> FindIncidentTypes(string? words);

    /// <summary>What never to do for these types together: each sentence once, the most pressing list first.</summary>
    IReadOnlyList<string> NeverDo(IEnumerable<string> incidentTypes);

    /// <summary>False as soon as one of the types may concern a sexual picture, or is not known: then no file may ever be added.</summary>
    bool MayHoldFiles(IEnumerable<string> incidentTypes);

    RiskGrid RiskGrid { get; }

    /// <summary>The four areas of today that the chosen cells count under, each once, in their usual order.</summary>
    IReadOnlyList<FourC> FourCsOf(IEnumerable<RiskCell> cells);

    IReadOnlyList<Choice> Choices(ChoiceList list);

    /// <summary>The entry of this key, or null when the list has none.</summary>
    Choice? Choice(ChoiceList list, string key);

    IReadOnlyList<Helpline> Helplines { get; }

    Helpline? Helpline(string key);

    /// <summary>Services for this audience that serve this nation, emergencies first.</summary>
    IReadOnlyList<Helpline> HelplinesFor(Audience audience, Nation nation);

    IReadOnlyList<Law> Laws { get; }

    /// <summary>Law in force for this incident type and nation.</summary>
    IReadOnlyList<Law> LawsFor(string incidentType, Nation nation);

    /// <summary>Shown on every page with law on it.</summary>
    string LawNotice { get; }

    /// <summary>Years of this nation, youngest first.</summary>
    IReadOnlyList<YearGroup> YearGroups(Nation nation);

    IReadOnlyList<Stage> Stages { get; }

    IReadOnlyList<NationEntry> Nations { get; }

    /// <summary>Everything that carries a source and a date, for the page that lists what is due to be checked again.</summary>
    IReadOnlyList<IDated> Everything { get; }
}
