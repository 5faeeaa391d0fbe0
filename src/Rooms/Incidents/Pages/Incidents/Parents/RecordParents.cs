using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Parents;

/// <summary>Records that a child's parents were told, or why they are not told. Each decision is a row of its own; the last one counts.</summary>
internal sealed class RecordParents(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, ParentsAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        var child = await store.Set<Involvement>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == answers.InvolvementId && one.IncidentId == incident.Id && one.RemovedAt == null, stop);
        if (child is null) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        var notice = new ParentsNotice
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            InvolvementId = child.Id,
            Told = answers.Told,
            WhoWasTold = answers.WhoWasTold,
            How = answers.How,
            Said = answers.Said,
            MeetingOn = answers.MeetingOn,
            ReasonNotYet = answers.Reason,
            WhoAskedToWait = answers.WhoAskedToWait,
            LookAgainOn = answers.LookAgainOn,
            At = answers.ToldAt ?? at,
            EnteredAt = at,
            ByName = viewer.Name,
        };
        store.Set<ParentsNotice>().Add(notice);
        IHappened news = notice.Told
            ? new ParentsTold(incident.Ref, notice.Id, child.Name, notice.WhoWasTold!, notice.How!, notice.Said!, notice.At)
            : new ParentsNotToldYet(incident.Ref, notice.Id, child.Name, notice.ReasonNotYet!, notice.WhoAskedToWait, notice.LookAgainOn);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
