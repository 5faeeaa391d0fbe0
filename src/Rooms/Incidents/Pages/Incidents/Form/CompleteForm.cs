using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Form;

/// <summary>Saves the school's part of the form, unless somebody else changed the record since it was read.</summary>
internal sealed class CompleteForm(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Seen seen, FormAnswers answers, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        store.Expect(incident, seen);
        var outcome = incident.Complete(answers.Form, answers.HappenedAt);
        if (!outcome.IsDone) return outcome;

        // The row is written even where every answer is the same, so that two people who save at once are told.
        store.Entry(incident).Property(one => one.HappenedAt).IsModified = true;
        var news = new FormCompleted(incident.Ref, answers.Form.Intent!.Value.ToString(), answers.Form.Place, incident.HappenedAt);
        return await store.CommitAsync(viewer.Deed(incident.Org, clock.GetUtcNow()), news, stop);
    }
}
