using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.People;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>Somebody says that they are too close. They are kept from the record from this moment, and it lies where the routing says without them.</summary>
internal sealed class DeclareConflict(Store store, IncidentPages pages, Replacing replacing, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        var outcome = await OnceAsync(viewer, reference, stop);
        // Never asked to look at it again first: whoever says this should be out of it at once.
        for (var tried = 1; tried < Tries && outcome.Refusals.Contains(Refusal.ChangedMeanwhile); tried++)
            outcome = await OnceAsync(viewer, reference, stop);
        return outcome;
    }

    private async Task<Outcome> OnceAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        store.Set<DeclaredConflict>().Add(new DeclaredConflict { IncidentId = incident.Id, Org = incident.Org, IdentityId = viewer.IdentityId, At = at });
        List<IHappened> news = [new ConflictDeclared(incident.Ref, viewer.IdentityId)];
        news.AddRange(await replacing.AgainAsync(incident, "a conflict was declared", at, stop));
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
