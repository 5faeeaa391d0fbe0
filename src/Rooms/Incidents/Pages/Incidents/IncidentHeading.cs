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

    /// <summary>Said aloud between two people; names nobody.</summary>
    public string Called => $"{Noun} {Reference.Short}";

    public string Noun => RecordKind switch
    {
        RecordKind.Allegation => "Allegation",
        RecordKind.Welfare => "Child's welfare",
        _ => IsConcern ? "Concern" : "Incident",
    };
}
