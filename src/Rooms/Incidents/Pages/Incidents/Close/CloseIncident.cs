using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Close;

/// <summary>Closes a record, or says everything that stands in the way.</summary>
internal sealed class CloseIncident(Store store, FindOpenMatters findOpen, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Seen seen, string reason, string outcomeWords, string lessons, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;

        store.Expect(incident, seen);
        var at = clock.GetUtcNow();
        var closure = new Closure(reason, outcomeWords, lessons, viewer.IdentityId, viewer.Name, at);
        var outcome = incident.Close(closure, await findOpen.OfAsync(incident, stop));
        if (!outcome.IsDone) return outcome;

        List<IHappened> news = [new IncidentClosed(incident.Ref, reason, outcomeWords, lessons)];
        if (incident.Open(at)) news.Insert(0, new ConcernOpened(incident.Ref));
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
