using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Takes off somebody who was named by mistake, with the reason. The row stays; who may read is decided again.</summary>
internal sealed class TakeOffPerson(Store store, IncidentPages pages, Replacing replacing, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid involvementId, string why, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.IsClosed) return Refusals.AlreadyClosed;
        if (await store.Set<Involvement>().SingleOrDefaultAsync(one => one.Id == involvementId && one.IncidentId == incident.Id, stop) is not { } involvement) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        var outcome = involvement.Remove(at);
        if (!outcome.IsDone) return outcome;

        List<IHappened> news = [new PersonTakenOff(incident.Ref, involvement.Id, involvement.Name)];
        news.AddRange(await replacing.AgainAsync(incident, "somebody was taken off", at, stop));
        return await store.CommitAsync(viewer.Deed(incident.Org, at, why), news, stop);
    }
}
