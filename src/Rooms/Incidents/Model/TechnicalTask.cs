using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>Something for the technician to do, without names and without the story.</summary>
internal sealed class TechnicalTask
{
    public const string Kind = "technical-task";

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>Never shown to the technician.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Key of a technical task kind of the Reference room.</summary>
    public required string What { get; init; }

    public UrlAsText? Address { get; init; }

    public string? Device { get; init; }

    public required bool Urgent { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneByName { get; private set; }

    public string? Said { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public Outcome Finish(string said, string byName, DateTimeOffset at)
    {
        if (DoneAt is not null) return Refusals.AlreadyDone;
        DoneAt = at;
        Said = said;
        DoneByName = byName;
        return Outcome.Done;
    }
}
