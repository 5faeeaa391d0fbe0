using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation;

/// <summary>Which roles may open which pages of this room. None of these opens a case.</summary>
internal static class OrganisationPermissions
{
    /// <summary>Take in people from a file, look them up, and say that two records are one person.</summary>
    public const string People = "organisation.people";

    public const string GiveRoles = "organisation.give-roles";

    public const string ConfirmRoles = "organisation.confirm-roles";

    public const string Vacancies = "organisation.vacancies";

    /// <summary>Office staff are not among them: these say how long a concern may wait.</summary>
    public const string Settings = "organisation.settings";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(People, "Import people, look them up, and join two records of one person", [nameof(Role.Administrator), nameof(Role.OfficeStaff)]),
        new(GiveRoles, "Give roles and let them end; those that open records wait for a second person", [nameof(Role.Administrator)]),
        new(ConfirmRoles, "Say yes, as the second person, to a role that opens records or gives rights",
            [nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor), nameof(Role.ChiefExecutive), nameof(Role.GovernanceOfficer)]),
        new(Vacancies, "Be warned of roles that nobody holds",
            [nameof(Role.Administrator), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChiefExecutive), nameof(Role.GovernanceOfficer)]),
        new(Settings, "Change the settings in which schools differ",
            [nameof(Role.Administrator), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.DesignatedSafeguardingLead), nameof(Role.TrustSafeguardingLead)]),
    ];

    public static bool KeepsPeople(Role role) => Get(People).Roles.Contains(role.ToString());

    /// <summary>Where this person keeps the people: the organisations of those roles, not everywhere they belong.</summary>
    public static IReadOnlyList<Guid> PlacesOf(Viewer viewer) => Get(People).PlacesOf(viewer);

    private static Permission Get(string key) => All.Single(one => one.Key == key);
}
