using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
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
        if (answers is { Told: true, Although: null } && await IsHeldAsync(child, stop)) return Refusals.FamilyHeld;

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
            Although = answers.Told ? answers.Although : null,
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
            ? new ParentsTold(incident.Ref, notice.Id, child.Name, notice.WhoWasTold!, notice.How!, notice.Said!, notice.At, notice.Although)
            : new ParentsNotToldYet(incident.Ref, notice.Id, child.Name, notice.ReasonNotYet!, notice.WhoAskedToWait, notice.LookAgainOn);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }

    private async Task<bool> IsHeldAsync(Involvement child, CancellationToken stop)
    {
        var notices = await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.InvolvementId == child.Id).ToListAsync(stop);
        var runs = await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == child.IncidentId).ToListAsync(stop);
        return FamilyHold.Holds(child, notices.MaxBy(one => one.EnteredAt), runs);
    }
}
