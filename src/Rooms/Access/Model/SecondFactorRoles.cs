using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Access.Model;

/// <summary>Roles that read cases, or say who may: never without a second factor. A test holds this list against the desks.</summary>
internal static class SecondFactorRoles
{
    private static readonly HashSet<string> Keys =
    [
        nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead), nameof(Role.TrustSafeguardingLead), nameof(Role.OnlineSafetyLead),
        nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor), nameof(Role.SafeguardingGovernor),
        nameof(Role.ChiefExecutive), nameof(Role.GovernanceOfficer), nameof(Role.Technician), nameof(Role.Administrator),
        nameof(Role.DataProtectionLead),
    ];

    public static bool Includes(Role role) => Keys.Contains(role.ToString());

    public static bool Includes(IEnumerable<string> roles) => roles.Any(Keys.Contains);
}
