using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Supporting;

/// <summary>Records that support was offered to somebody, given or declined.</summary>
internal sealed class RecordSupport(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, SupportAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        var person = await store.Set<Involvement>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == answers.InvolvementId && one.IncidentId == incident.Id && one.RemovedAt == null, stop);
        if (person is null) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        var support = new Support
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            InvolvementId = person.Id,
            Kind = answers.Kind,
            Detail = answers.Detail,
            State = answers.State,
            By = answers.By,
            On = answers.On,
            ReviewOn = answers.ReviewOn,
        };
        store.Set<Support>().Add(support);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new SupportRecorded(incident.Ref, support.Id, person.Name, answers.Kind, answers.State.ToString()), stop);
    }
}
