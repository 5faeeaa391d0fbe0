using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Model;

/// <summary>Which roles sit at which desk, and how high a record about a holder of a role must go.</summary>
internal static class DeskRoles
{
    private static readonly Dictionary<Desk, Role[]> Sitting = new()
    {
        [Desk.SafeguardingTeam] = [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.TrustSafeguardingLead],
        [Desk.Head] = [Role.Head, Role.ActingHead],
        [Desk.Chair] = [Role.ChairOfGovernors],
        [Desk.Governance] = [Role.GovernanceOfficer],
        [Desk.Executive] = [Role.ChiefExecutive],
    };

    public static IReadOnlyCollection<Role> All { get; } = [.. Sitting.Values.SelectMany(roles => roles)];

    public static IReadOnlyCollection<Role> Of(Desk desk) => Sitting[desk];

    public static Desk? DeskOf(Role role)
    {
        foreach (var (desk, roles) in Sitting)
        {
            if (roles.Contains(role)) return desk;
        }

        return null;
    }

    /// <summary>The lowest desk for a record about somebody who holds these roles; a person without any is no adult of the school.</summary>
    public static Desk LeastFor(IEnumerable<Role> roles) => roles.Select(LeastFor).DefaultIfEmpty(Desk.SafeguardingTeam).Max();

    public static Desk LeastFor(NamedAs namedAs) => namedAs switch
    {
        NamedAs.AdultHere or NamedAs.SafeguardingLead => Desk.Head,
        NamedAs.Head or NamedAs.Governor => Desk.Chair,
        NamedAs.Chair or NamedAs.TrustStaff => Desk.Governance,
        _ => Desk.SafeguardingTeam,
    };

    /// <summary>Supply and contract staff, and everybody from the head upwards: the designated officer is told as well.</summary>
    public static bool TellsAuthority(IEnumerable<Role> roles, Desk least) =>
        least >= Desk.Chair || roles.Any(role => role is Role.Supply or Role.Contractor);

    private static Desk LeastFor(Role role) => role switch
    {
        Role.GovernanceOfficer => Desk.Executive,
        Role.ChairOfGovernors or Role.Proprietor or Role.TrustStaff or Role.ChiefExecutive or Role.TrustSafeguardingLead or Role.PartnershipOfficer => Desk.Governance,
        Role.Head or Role.ActingHead or Role.Governor or Role.SafeguardingGovernor => Desk.Chair,
        _ => Desk.Head,
    };
}
