using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>What a role of an export becomes here. Nobody who keeps people or gives rights comes out of a file: an administrator of another system is support staff.</summary>
internal sealed record RosterRole(PersonKind Kind, Role? Role, RelationKind? Relation)
{
    private static readonly Dictionary<string, RosterRole> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["student"] = new(PersonKind.Pupil, null, null),
        ["teacher"] = new(PersonKind.Staff, Contracts.Role.Teacher, null),
        ["aide"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["proctor"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["administrator"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        // Of version 1.2. Who leads a school, or keeps its people, is given by hand.
        ["principal"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["counselor"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["siteAdministrator"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["districtAdministrator"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["systemAdministrator"] = new(PersonKind.Staff, Contracts.Role.SupportStaff, null),
        ["guardian"] = new(PersonKind.Parent, null, RelationKind.ParentOf),
        ["parent"] = new(PersonKind.Parent, null, RelationKind.ParentOf),
        ["relative"] = new(PersonKind.Other, null, RelationKind.RelativeOf),
    };

    public static RosterRole? Of(string word) => Known.GetValueOrDefault(word);
}
