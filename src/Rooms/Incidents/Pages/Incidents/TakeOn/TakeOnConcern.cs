using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.TakeOn;

/// <summary>Makes an incident of a concern; whoever does it works on it from now on.</summary>
internal sealed class TakeOnConcern(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!incident.IsDecidedBy(viewer)) return Model.Refusals.NotYourDesk;

        var at = clock.GetUtcNow();
        var outcome = incident.TakeOn(viewer.IdentityId, at);
        if (!outcome.IsDone) return outcome;

        List<IHappened> news = [new IncidentTakenOn(incident.Ref, viewer.IdentityId)];
        if (incident.Open(at)) news.Insert(0, new ConcernOpened(incident.Ref));
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
