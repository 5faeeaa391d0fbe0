namespace Lifeguard.Reference.Contracts;

/// <summary>A school year, where it exists and the stage it belongs to.</summary>
public sealed record YearGroup : IDated
{
    public required string Key { get; init; }
    public required string Label { get; init; }

    /// <summary>Key of the stage, such as <c>key-stage-2</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Usual age in years at the start of the year.</summary>
    public required int AgeFrom { get; init; }

    /// <summary>Usual age in years at its end.</summary>
    public required int AgeTo { get; init; }

    public required IReadOnlyList<Nation> Nations { get; init; }
    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}

/// <summary>A stage of schooling, in the order of age within its nation.</summary>
public sealed record Stage
{
    public required string Key { get; init; }
    public required string Label { get; init; }
}
