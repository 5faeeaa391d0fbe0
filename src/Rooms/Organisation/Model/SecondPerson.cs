using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>
/// Which roles nobody gives alone. Whoever gives roles reads no cases; if they could make a reader by themselves, they could make
/// themselves one through a friend or an invented colleague. So a second person, who leads or governs, says yes first.
/// </summary>
internal static class SecondPerson
{
    /// <summary>Roles that sit at a desk of records, say who may, or give rights. A test holds this list against the desks.</summary>
    public static readonly IReadOnlySet<Role> Roles = new HashSet<Role>
    {
        Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.TrustSafeguardingLead, Role.OnlineSafetyLead,
        Role.Head, Role.ActingHead, Role.ChairOfGovernors, Role.Proprietor, Role.SafeguardingGovernor,
        Role.ChiefExecutive, Role.GovernanceOfficer, Role.Administrator, Role.DataProtectionLead,
    };

    /// <summary>Roles whose holders say yes: at the organisation itself, and for those of a trust or authority also above it.</summary>
    public static readonly IReadOnlySet<Role> Confirming = new HashSet<Role>
    {
        Role.Head, Role.ActingHead, Role.ChairOfGovernors, Role.Proprietor, Role.ChiefExecutive, Role.GovernanceOfficer,
    };
}
