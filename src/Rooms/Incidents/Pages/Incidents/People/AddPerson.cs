using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Adds somebody to a record. Who may read it is decided again in the same transaction.</summary>
internal sealed class AddPerson(Store store, IncidentPages pages, Replacing replacing, WelfareOfChild welfareOfChild, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Named named, CancellationToken stop)
    {
        var outcome = await OnceAsync(viewer, reference, named, stop);
        // The record was laid elsewhere in the same moment: decide from what is true now.
        for (var tried = 1; tried < Tries && outcome.Refusals.Contains(Refusal.ChangedMeanwhile); tried++)
            outcome = await OnceAsync(viewer, reference, named, stop);
        return outcome;
    }

    private async Task<Outcome> OnceAsync(Viewer viewer, RandomReference reference, Named named, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.IsClosed) return Refusals.AlreadyClosed;
        if (await IsThereAsync(incident.Id, named, stop)) return Outcome.Done;

        var at = clock.GetUtcNow();
        var involvement = Involvement.Of(incident.Id, incident.Org, named.PersonId, named.Name, named.NamedAs, named.Part, at);
        store.Set<Involvement>().Add(involvement);
        var wasAllegation = incident.RecordKind == RecordKind.Allegation;
        List<IHappened> news = [new PersonInvolved(incident.Ref, involvement.Id, named.Name, named.Part.ToString())];
        news.AddRange(await replacing.AgainAsync(incident, "somebody was named", at, stop));
        if (wasAllegation) news.AddRange(await welfareOfChild.AlsoAsync(viewer, incident, named, at, stop));
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }

    // A second click, or a second tab: the same person in the same part is there already.
    private Task<bool> IsThereAsync(Guid incidentId, Named named, CancellationToken stop) => store.Set<Involvement>().AnyAsync(
        one => one.IncidentId == incidentId && one.RemovedAt == null && one.Part == named.Part && one.PersonId == named.PersonId
            && (one.PersonId != null || one.Name == named.Name), stop);
}
