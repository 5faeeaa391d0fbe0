using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>Somebody at the desk says that they handle a record that has come there without anybody by name.</summary>
internal sealed class HandleRecord(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Seen seen, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.IsAtDesk(viewer, incident)) return Refusals.OnlyTheHandler;

        store.Expect(incident, seen);
        var outcome = incident.Handle(viewer.IdentityId);
        return outcome.IsDone
            ? await store.CommitAsync(viewer.Deed(incident.Org, clock.GetUtcNow()), new HandlingTaken(incident.Ref, viewer.IdentityId, viewer.Name), stop)
            : outcome;
    }
}
