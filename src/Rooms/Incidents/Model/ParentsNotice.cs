namespace Lifeguard.Incidents.Model;

/// <summary>Parents told about a child's part, or the reason why not yet, with who asked to wait and when it is looked at again.</summary>
internal sealed class ParentsNotice
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    /// <summary>The child's involvement it is about.</summary>
    public required Guid InvolvementId { get; init; }

    public required bool Told { get; init; }

    public string? WhoWasTold { get; init; }

    public string? How { get; init; }

    public string? Said { get; init; }

    /// <summary>Telling them was held, and they were told all the same: why, and who agreed.</summary>
    public string? Although { get; init; }

    public string? ReasonNotYet { get; init; }

    public string? WhoAskedToWait { get; init; }

    /// <summary>Null where it was decided for good that the school does not tell them.</summary>
    public DateOnly? LookAgainOn { get; init; }

    /// <summary>A meeting that was arranged.</summary>
    public DateOnly? MeetingOn { get; init; }

    /// <summary>When they were told, or when it was decided to wait.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required string ByName { get; init; }
}
