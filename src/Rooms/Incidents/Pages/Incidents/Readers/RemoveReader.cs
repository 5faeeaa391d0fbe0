using Lifeguard.Incidents.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>Ends the reading of somebody who was joined by name: by the desk, or by themselves.</summary>
internal sealed class RemoveReader(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid identity, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.IsAtDesk(viewer, incident) && identity != viewer.IdentityId) return Model.Refusals.OnlyTheHandler;
        if ((await pages.ReaderRowsAsync(incident, stop)).SingleOrDefault(one => one.Identity == identity) is not { } reader || !incident.Joined.Contains(identity)) return Outcome.Done;

        incident.Part(identity);
        return await store.CommitAsync(viewer.Deed(incident.Org, clock.GetUtcNow()), new ReaderParted(incident.Ref, identity, reader.Name), stop);
    }
}
