using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>Somebody of the desk judges that a concern is an incident, and becomes its handler.</summary>
internal sealed class TakeOnConcern(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Seen seen, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.IsAtDesk(viewer, incident)) return Refusals.OnlyTheHandler;

        store.Expect(incident, seen);
        var at = clock.GetUtcNow();
        var outcome = incident.TakeOn(viewer.IdentityId, at);
        return outcome.IsDone
            ? await store.CommitAsync(viewer.Deed(incident.Org, at), new IncidentTakenOn(incident.Ref, viewer.IdentityId, incident.RecordKind.ToString()), stop)
            : outcome;
    }
}
