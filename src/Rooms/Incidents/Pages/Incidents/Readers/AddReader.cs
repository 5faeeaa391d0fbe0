using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>The desk gives somebody the record to read, by name.</summary>
internal sealed class AddReader(Store store, IncidentPages pages, FindColleagues colleagues, Notices notices, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid personId, Seen seen, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.IsAtDesk(viewer, incident)) return Refusals.OnlyTheHandler;
        if (await colleagues.OneAsync(incident, personId, stop) is not { } person) return Refusals.NobodyToHandTo;
        if (incident.Joined.Contains(person.IdentityId)) return Outcome.Done;

        store.Expect(incident, seen);
        var outcome = incident.Join(person.IdentityId);
        if (!outcome.IsDone) return outcome;

        var at = clock.GetUtcNow();
        notices.Tell(incident, [person.IdentityId], at);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new ReaderJoined(incident.Ref, person.IdentityId, person.Name), stop);
    }
}
