using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Says which person of the roster a written name meant; everybody else whom it might have meant may be let in again.</summary>
internal sealed class IdentifyPerson(Store store, IncidentPages pages, Replacing replacing, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid involvementId, Named meant, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.IsClosed) return Refusals.AlreadyClosed;
        var involvement = await store.Set<Involvement>()
            .SingleOrDefaultAsync(one => one.Id == involvementId && one.IncidentId == incident.Id && one.RemovedAt == null, stop);
        if (involvement is null || meant.PersonId is not { } person) return Refusal.NotFound;
        if (involvement.PersonId is not null) return involvement.PersonId == person ? Outcome.Done : Refusals.AlreadyDone;

        var at = clock.GetUtcNow();
        involvement.Identify(person, meant.NamedAs);
        List<IHappened> news = [new PersonIdentified(incident.Ref, involvement.Id, meant.Name)];
        news.AddRange(await replacing.AgainAsync(incident, "somebody was identified", at, stop));
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
