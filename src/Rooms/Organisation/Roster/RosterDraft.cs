using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>What an export says, checked within itself and not yet compared with what is known.</summary>
internal sealed class RosterDraft
{
    public string? Source { get; set; }

    public Dictionary<string, DraftOrganisation> Organisations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DraftPerson> People { get; } = new(StringComparer.Ordinal);

    public List<DraftRelation> Relations { get; } = [];

    public int Classes { get; set; }
}

/// <param name="Kind">Null for a department: its people belong to the organisation above it.</param>
internal sealed record DraftOrganisation(
    string SourceId, string Name, OrganisationKind? Kind, string? Identifier, string? ParentSourceId, bool IsEnded, long Line)
{
    public bool IsSchool => Kind is OrganisationKind.School;
}

internal sealed class DraftPerson
{
    public required string SourceId { get; init; }

    public required RosterRole Role { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required List<string> Organisations { get; init; }

    /// <summary>Those of them where the person is only there for a child: no role is given there.</summary>
    public HashSet<string> AsFamily { get; } = [];

    public required string[] Agents { get; init; }

    public required bool IsEnded { get; init; }

    public required long Line { get; init; }

    public string? KnownAs { get; init; }

    public string? Email { get; init; }

    public string? YearGroup { get; init; }

    public DateOnly? BornOn { get; set; }

    public ClassSeen ClassSeen { get; } = new();
}

/// <summary>The first is parent or relative of the second.</summary>
internal readonly record struct DraftRelation(DraftPerson Person, DraftPerson Other, RelationKind Kind);
