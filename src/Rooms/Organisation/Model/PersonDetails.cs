using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>What is known of a person and may change from year to year.</summary>
internal sealed record PersonDetails(PersonKind Kind, string GivenName, string FamilyName)
{
    public string? KnownAs { get; init; }

    public string? YearGroup { get; init; }

    public string? Class { get; init; }

    public DateOnly? BornOn { get; init; }

    public string? Email { get; init; }
}
