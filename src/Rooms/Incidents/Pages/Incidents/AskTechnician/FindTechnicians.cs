using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.AskTechnician;

/// <summary>The technicians of a school who may be asked: those whom the record is not kept from.</summary>
internal sealed class FindTechnicians(DeskHolders holders)
{
    public async Task<IReadOnlyList<Guid>> OfAsync(Incident incident, CancellationToken stop) =>
        [.. (await holders.InRolesAsync(incident.Org, [Role.Technician], stop)).Select(holder => holder.IdentityId).Distinct().Where(one => !incident.Barred.Contains(one))];
}
