using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Sanctions;

/// <summary>A decision about conduct was wrong, or a complaint about it was upheld. It stays readable as taken back.</summary>
internal sealed class TakeBackSanction(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid sanctionId, string because, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPermissions.DecidesIn(viewer, incident.Org)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await store.Set<Sanction>().SingleOrDefaultAsync(one => one.Id == sanctionId && one.IncidentId == incident.Id, stop) is not { } sanction) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        var outcome = sanction.TakeBack(because, at);
        if (!outcome.IsDone) return outcome;
        var name = await store.Set<Involvement>().Where(one => one.Id == sanction.InvolvementId).Select(one => one.Name).SingleAsync(stop);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new SanctionTakenBack(incident.Ref, sanction.Id, name, because), stop);
    }
}
