using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

/// <summary>Says what came of something that was to be done. Anybody who may read the record can, for the owner may be away.</summary>
internal sealed class FinishAction(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid actionId, string result, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (await store.Set<ActionItem>().SingleOrDefaultAsync(one => one.Id == actionId && one.IncidentId == incident.Id, stop) is not { } action) return Refusal.NotFound;
        if (action.Owner != viewer.IdentityId && !IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;

        var at = clock.GetUtcNow();
        var outcome = action.Finish(result, at);
        if (!outcome.IsDone) return outcome;
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new ActionFinished(incident.Ref, action.Id, action.What, result), stop);
    }
}
