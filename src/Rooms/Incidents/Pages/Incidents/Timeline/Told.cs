namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>What an event says in the chronology.</summary>
internal sealed record Told(string Says)
{
    public string? Text { get; init; }

    public string? Address { get; init; }

    public DateTimeOffset? HappenedAt { get; init; }

    public IReadOnlyList<(string Name, string? Value)> Facts { get; init; } = [];

    public Guid? EntryId { get; init; }

    public Guid? CorrectsId { get; init; }

    /// <summary>Another record that the line gives away.</summary>
    public Guid? OtherRecord { get; init; }

    /// <summary>The name of who did it would tell one desk about another.</summary>
    public bool Unnamed { get; init; }
}
