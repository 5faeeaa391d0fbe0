using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>Notes that something a plan asks for was given to somebody; when that is done, so is this. Saved with the caller's commit.</summary>
internal sealed class GivePlanItem(Store store)
{
    /// <param name="work">The action, the technical task, or the order to isolate or keep a device.</param>
    public async Task<Outcome> RunAsync(Incident incident, Guid item, Guid work, CancellationToken stop) =>
        await store.Set<RunItem>().SingleOrDefaultAsync(one => one.Id == item && one.IncidentId == incident.Id, stop) is { } found ? found.GiveAs(work) : Refusal.NotFound;
}
