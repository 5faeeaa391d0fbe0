namespace Lifeguard.Reference.Contracts;

public enum Audience
{
    Children,
    Parents,
    Staff,
    Professionals,
}

/// <summary>A national service to ring, text or write to.</summary>
public sealed record Helpline : IDated
{
    public required string Key { get; init; }
    public required string Name { get; init; }

    /// <summary>Whom and what it is for, in one line.</summary>
    public required string ForWhom { get; init; }

    public required IReadOnlyList<Audience> Audiences { get; init; }
    public string? Number { get; init; }
    public string? TextNumber { get; init; }

    /// <summary>Its address as words; pages decide whether it becomes a link.</summary>
    public string? Web { get; init; }

    /// <summary>Telephone hours in the form that the Duties room reads; absent where there is no telephone or no fixed hours.</summary>
    public string? Hours { get; init; }

    /// <summary>When it is open, for people.</summary>
    public required string OpenWhen { get; init; }

    /// <summary>Where it serves; empty means everywhere.</summary>
    public IReadOnlyList<Nation> Nations { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>A person still has to confirm the entry with the service itself.</summary>
    public bool Confirm { get; init; }

    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}
