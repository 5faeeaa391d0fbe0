using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Storage;

/// <summary>
/// Roles of a plan that have no part in a record, because it is kept from everybody who holds them, and who takes their place. So no plan
/// ever names whoever is said to have done it as somebody to tell or to give a step to.
/// </summary>
internal sealed class StandIns(DeskHolders holders)
{
    private const string Nobody = "";

    private static readonly (string Role, Role[] Held, string Instead)[] Roles =
    [
        ("dsl", [Role.DesignatedSafeguardingLead], "deputy-dsl"),
        ("deputy-dsl", [Role.DeputySafeguardingLead], "head"),
        ("trust-dsl", [Role.TrustSafeguardingLead], "governance-officer"),
        ("head", [Role.Head, Role.ActingHead], "chair"),
        ("chair", [Role.ChairOfGovernors], "governance-officer"),
        ("governance-officer", [Role.GovernanceOfficer], Nobody),
        ("senco", [Role.Senco], Nobody),
        ("technician", [Role.Technician], Nobody),
        ("data-protection-lead", [Role.DataProtectionLead], Nobody),
    ];

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Incident incident, CancellationToken stop)
    {
        var standIns = new Dictionary<string, string>();
        if (incident.Barred.Count == 0) return standIns;

        var there = await holders.InRolesAsync(incident.Org, [.. Roles.SelectMany(one => one.Held)], stop);
        foreach (var (role, held, instead) in Roles)
        {
            var sitting = there.Where(holder => held.Contains(holder.Role)).ToList();
            if (sitting.Count > 0 && sitting.TrueForAll(holder => incident.Barred.Contains(holder.IdentityId))) standIns[role] = instead;
        }

        return standIns;
    }
}
