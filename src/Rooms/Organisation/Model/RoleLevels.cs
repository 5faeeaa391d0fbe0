using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>At which level of the tree a role is held, and which roles a school cannot be without.</summary>
internal static class RoleLevels
{
    private static readonly OrganisationKind[] Settings = [OrganisationKind.School, OrganisationKind.OtherSetting];
    private static readonly OrganisationKind[] Above = [OrganisationKind.Trust, OrganisationKind.LocalAuthority, OrganisationKind.Partnership];
    private static readonly OrganisationKind[] Anywhere = [.. Settings, .. Above];
    private static readonly OrganisationKind[] SettingsAndTrusts = [.. Settings, OrganisationKind.Trust];

    /// <summary>A parent may sit on the governing body or volunteer as the parent they are.</summary>
    public static readonly IReadOnlySet<Role> OpenToParents = new HashSet<Role>
    {
        Role.Governor, Role.SafeguardingGovernor, Role.ChairOfGovernors, Role.Volunteer,
    };

    /// <summary>Roles that watch over the schools below, so that a school finds them by looking up the tree.</summary>
    public static readonly IReadOnlySet<Role> FoundAbove = new HashSet<Role>
    {
        Role.TrustStaff, Role.ChiefExecutive, Role.TrustSafeguardingLead, Role.GovernanceOfficer, Role.PartnershipOfficer,
    };

    public static IReadOnlyList<OrganisationKind> Of(Role role) => role switch
    {
        Role.TrustStaff or Role.ChiefExecutive or Role.TrustSafeguardingLead or Role.GovernanceOfficer =>
            [OrganisationKind.Trust, OrganisationKind.LocalAuthority],
        Role.PartnershipOfficer => [OrganisationKind.Partnership, OrganisationKind.LocalAuthority],
        Role.Administrator or Role.DataProtectionLead or Role.Technician or Role.OfficeStaff or Role.SupportStaff or Role.Contractor or Role.Volunteer => Anywhere,
        Role.Governor or Role.ChairOfGovernors or Role.Proprietor or Role.Supply or Role.Trainee or Role.Teacher => SettingsAndTrusts,
        _ => Settings,
    };

    /// <summary>Roles of those who may supervise the monitoring that a technician does.</summary>
    public static readonly IReadOnlySet<Role> Senior = new HashSet<Role>
    {
        Role.Head, Role.ActingHead, Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.OnlineSafetyLead,
        Role.ChiefExecutive, Role.TrustSafeguardingLead, Role.GovernanceOfficer,
    };

    /// <summary>Each line is one seat of a school and the roles that fill it.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<Role>> MustBeFilled =
    [
        [Role.Head, Role.ActingHead],
        [Role.DesignatedSafeguardingLead],
        [Role.DeputySafeguardingLead],
        [Role.ChairOfGovernors, Role.Proprietor],
        [Role.SafeguardingGovernor],
        [Role.Technician],
    ];

    /// <summary>A trust's technician looks after its schools too.</summary>
    public static readonly IReadOnlySet<Role> FilledFromAbove = new HashSet<Role> { Role.Technician };
}
