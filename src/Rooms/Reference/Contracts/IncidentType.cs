namespace Lifeguard.Reference.Contracts;

/// <summary>A kind of online-safety incident in the words of today, with what it is also called.</summary>
public sealed record IncidentType : IDated
{
    /// <summary>Stable, lower case with hyphens; stored with the incident.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }
    public string? Hint { get; init; }

    /// <summary>The one of the twelve standard options that this type counts under.</summary>
    public required string Standard { get; init; }

    /// <summary>True for the twelve themselves.</summary>
    public bool IsStandard { get; init; }

    /// <summary>Older and other names, found by search and never shown as the label.</summary>
    public required IReadOnlyList<string> AlsoCalled { get; init; }

    /// <summary>Cells of the risk grid to propose; a person decides.</summary>
    public required IReadOnlyList<RiskCell> Cells { get; init; }

    /// <summary>A sexual picture of anybody may be concerned: a record of this type never takes a file.</summary>
    public required bool Imagery { get; init; }

    /// <summary>Somebody is told at once, by telephone, and the duty escalates within minutes.</summary>
    public required bool Immediate { get; init; }

    /// <summary>The type means nothing without words of its own.</summary>
    public bool NeedsWords { get; init; }

    /// <summary>Keys of the lists of what never to do, the most pressing first.</summary>
    public required IReadOnlyList<string> NeverDo { get; init; }

    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}

/// <summary>A short list of what nobody should do, whatever they feel like doing.</summary>
public sealed record NeverDoList : IDated
{
    public required string Key { get; init; }
    public required string Label { get; init; }
    public required IReadOnlyList<string> Says { get; init; }
    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}
