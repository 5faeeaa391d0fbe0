namespace Lifeguard.Incidents.Model;

/// <summary>Support for one person involved: offered, given or declined.</summary>
internal sealed class Support
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required Guid InvolvementId { get; init; }

    public required string Kind { get; init; }

    /// <summary>What exactly, in words.</summary>
    public string? Detail { get; init; }

    public required SupportState State { get; init; }

    public required string By { get; init; }

    public required DateOnly On { get; init; }

    public DateOnly? ReviewOn { get; init; }
}

internal enum SupportState
{
    Offered,
    Given,
    Declined,
}
