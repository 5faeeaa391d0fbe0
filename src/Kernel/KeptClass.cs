namespace Lifeguard.Kernel;

/// <summary>
/// One sort of thing that a room keeps about people, in words that anybody may read. The page of what is kept is drawn from these alone,
/// and a test fails when a table belongs to none.
/// </summary>
public sealed record KeptClass
{
    /// <summary>Stable key such as <c>pupil-records</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What it is, in plain words.</summary>
    public required string Name { get; init; }

    public required string AboutWhom { get; init; }

    public required string Where { get; init; }

    /// <summary>What it is for, and by which law, in a line.</summary>
    public required string Why { get; init; }

    /// <summary>How it comes to an end. For records that are looked through first, this says from when their period is counted.</summary>
    public required string Ends { get; init; }

    /// <summary>The tables in which it lies; none for what lies outside the database.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>The school says for how long, and somebody looks at each record before it goes; an <see cref="IKeeper"/> answers for it.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>Even that there was one may be known to a few alone.</summary>
    public bool ExistenceIsSecret { get; init; }
}
