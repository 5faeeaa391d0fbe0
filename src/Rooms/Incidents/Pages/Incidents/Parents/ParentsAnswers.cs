namespace Lifeguard.Incidents.Pages.Incidents.Parents;

/// <summary>What was decided about one child's parents, checked.</summary>
internal sealed record ParentsAnswers
{
    public required Guid InvolvementId { get; init; }

    public required bool Told { get; init; }

    public string? WhoWasTold { get; init; }

    public string? How { get; init; }

    public string? Said { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public DateOnly? MeetingOn { get; init; }

    /// <summary>Why they were told although it was held, and who agreed.</summary>
    public string? Although { get; init; }

    public string? Reason { get; init; }

    public string? WhoAskedToWait { get; init; }

    public DateOnly? LookAgainOn { get; init; }
}
