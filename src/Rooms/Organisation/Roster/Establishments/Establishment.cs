namespace Lifeguard.Organisation.Roster.Establishments;

/// <summary>A school as one row of the register has it; null where the row is empty.</summary>
internal sealed record Establishment(string Urn, string Name, long Line)
{
    public bool IsClosed { get; init; }

    public string? Authority { get; init; }

    public string? Type { get; init; }

    public string? Phase { get; init; }

    public string? Address { get; init; }

    public string? Telephone { get; init; }

    public string? Website { get; init; }

    public int? LowestAge { get; init; }

    public int? HighestAge { get; init; }

    /// <summary>With title.</summary>
    public string? Head { get; init; }

    /// <summary>Without title, to compare.</summary>
    public string? HeadName { get; init; }
}
