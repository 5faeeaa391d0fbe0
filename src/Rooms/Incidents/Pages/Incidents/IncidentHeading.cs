using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents;

/// <summary>What every page about one record shows on top: which one, where it stands, who can read it.</summary>
internal sealed record IncidentHeading(
    Guid Id,
    Guid Org,
    RandomReference Reference,
    RecordKind RecordKind,
    bool Urgent,
    bool Imagery,
    DateTimeOffset RaisedAt,
    DateTimeOffset? TakenOnAt,
    bool IsClosed,
    Guid? Handler,
    uint Version,
    IReadOnlyList<string> Readers)
{
    public bool IsConcern => TakenOnAt is null;

    /// <summary>Work on it has begun, and nobody has it by name: it came from another desk, or whoever had it is out of it.</summary>
    public bool IsNobodys => !IsConcern && !IsClosed && Handler is null;

    /// <summary>What taking it on is called: only a concern about pupils is judged to be an incident.</summary>
    public string TakeOnWords => !IsConcern ? "I am handling this" : RecordKind switch
    {
        RecordKind.Allegation => "Start work on it",
        RecordKind.Welfare => "Look after the child",
        _ => "Make it an incident",
    };

    /// <summary>The same once it is done, as the chronology says it.</summary>
    public static string TakenOnWords(RecordKind? kind) => kind switch
    {
        Model.RecordKind.Allegation => "Work on it has started.",
        Model.RecordKind.Welfare => "Somebody looks after the child now.",
        Model.RecordKind.Concern => "It was made an incident: somebody works on it now.",
        _ => "It was taken on: somebody works on it now.",
    };

    /// <summary>The viewer sits at a desk that holds the record; somebody joined by name alone does not.</summary>
    public bool AtDesk { get; init; }

    /// <summary>The viewer sits at its desk, or had it handed over, and may change it.</summary>
    public bool WorksOn { get; init; }

    /// <summary>Said aloud between two people; names nobody.</summary>
    public string Called => $"{Noun} {Reference.Short}";

    public string Noun => NounOf(RecordKind, IsConcern);

    public static string NounOf(RecordKind kind, bool isConcern) => kind switch
    {
        RecordKind.Allegation => "Allegation",
        RecordKind.Welfare => "Child's welfare",
        _ => isConcern ? "Concern" : "Incident",
    };
}
