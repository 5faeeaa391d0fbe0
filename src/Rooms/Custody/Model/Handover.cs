namespace Lifeguard.Custody.Model;

/// <summary>One link of the chain of who held an item. Written once and never changed; what was wrong is said in the next.</summary>
internal sealed class Handover
{
    /// <summary>Made with the form: the same form sent again is the same link.</summary>
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid ItemId { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    public string? PoliceReference { get; init; }

    /// <summary>Where it lies from then on, when that changed.</summary>
    public string? StoredWhere { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required string ByName { get; init; }
}
