using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Reopen;

/// <summary>Opens a closed record again; the reason stands in the chronology, and what was said at the closing stays there too.</summary>
internal sealed class ReopenIncident(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, string why, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;

        var outcome = incident.Reopen();
        if (!outcome.IsDone) return outcome;
        return await store.CommitAsync(viewer.Deed(incident.Org, clock.GetUtcNow(), why), new IncidentReopened(incident.Ref), stop);
    }
}
