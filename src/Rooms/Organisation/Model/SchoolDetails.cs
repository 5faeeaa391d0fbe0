namespace Lifeguard.Organisation.Model;

/// <summary>What is public about a school and may change: name, number, kind and how to reach it.</summary>
internal sealed record SchoolDetails(string Name)
{
    /// <summary>The school's number in the national register.</summary>
    public string? Urn { get; init; }

    public string? LocalAuthority { get; init; }

    public string? Phase { get; init; }

    public string? EstablishmentType { get; init; }

    public string? Address { get; init; }

    public string? Telephone { get; init; }

    public string? Website { get; init; }

    public int? LowestAge { get; init; }

    public int? HighestAge { get; init; }
}
