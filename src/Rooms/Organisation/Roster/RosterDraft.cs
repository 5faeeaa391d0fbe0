using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>What an export says, checked within itself and not yet compared with what is known.</summary>
internal sealed class RosterDraft
{
    public string? Source { get; set; }

    public Dictionary<string, DraftOrganisation> Organisations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DraftPerson> People { get; } = new(StringComparer.Ordinal);

    public List<DraftRelation> Relations { get; } = [];

    /// <summary>Links to people who are not in the file but may be known here: only a file of changes has them.</summary>
    public List<DraftTie> Ties { get; } = [];

    /// <summary>The file that names the people, for sentences about it.</summary>
    public string PeopleFile { get; init; } = "users.csv";

    public int Classes { get; set; }

    /// <summary>The sorts of people of whom the file names everybody: whoever is known and not named has left.</summary>
    public HashSet<PersonKind> IsWholeFor { get; } = [PersonKind.Pupil, PersonKind.Staff, PersonKind.Parent, PersonKind.Other];

    /// <summary>The file holds changes only.</summary>
    public void HoldsChangesOnly() => IsWholeFor.Clear();
}

/// <param name="Kind">Null for a department: its people belong to the organisation above it.</param>
internal sealed record DraftOrganisation(
    string SourceId, string Name, OrganisationKind? Kind, string? Identifier, string? ParentSourceId, bool IsEnded, long Line)
{
    public bool IsSchool => Kind is OrganisationKind.School;

    /// <summary>The organisation here, when the file leaves it out because it did not change.</summary>
    public Guid? KnownId { get; init; }
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

    /// <summary>False for a file without a column for the year: it says nothing of it.</summary>
    public bool SaysYears { get; init; } = true;

    public DateOnly? BornOn { get; set; }

    public ClassSeen ClassSeen { get; } = new();
}

/// <summary>The first is parent or relative of the second.</summary>
internal readonly record struct DraftRelation(DraftPerson Person, DraftPerson Other, RelationKind Kind);

/// <summary>Somebody in the file names somebody who is not.</summary>
internal readonly record struct DraftTie(DraftPerson Person, string OtherId);
