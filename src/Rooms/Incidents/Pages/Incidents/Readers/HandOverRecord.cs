using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>The record goes to another of its readers.</summary>
internal sealed class HandOverRecord(Store store, IncidentPages pages, Notices notices, TimeProvider clock)
{
    /// <param name="leave">Somebody joined by name no longer reads it afterwards; a desk cannot be left in this way.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid to, bool leave, Seen seen, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        var me = viewer.IdentityId;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.IsConcern) return Refusals.NotTakenOn;
        if ((await pages.ReaderRowsAsync(incident, stop)).SingleOrDefault(one => one.Identity == to) is not { } reader) return Refusals.NobodyToHandTo;
        if (incident.Handler == to) return Outcome.Done;

        store.Expect(incident, seen);
        var outcome = incident.HandOver(to);
        if (!outcome.IsDone) return outcome;

        var at = clock.GetUtcNow();
        List<IHappened> news = [new HandedOver(incident.Ref, to, reader.Name)];
        if (leave && to != me && incident.Joined.Contains(me))
        {
            incident.Part(me);
            news.Add(new ReaderParted(incident.Ref, me, viewer.Name));
        }

        notices.Tell(incident, [to], at);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
