using Lifeguard.Custody.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>
/// What was done on the record settles what its plans ask for: nobody says the same thing twice. A referral to an agency, parents who were
/// told, support for everybody, other questions that were begun, an action, task or order that was given for a step.
/// </summary>
internal sealed class OnWorkDone(Store store, PlanDuty duty, FollowPlan followPlan)
    : IReaction<ReferralDecided>, IReaction<ParentsTold>, IReaction<ParentsNotToldYet>, IReaction<ActionFinished>, IReaction<TechnicalTaskFinished>, IReaction<DebriefHeld>,
      IReaction<SupportRecorded>, IReaction<SanctionDecided>, IReaction<RunBegun>, IReaction<OrderFinished>, IReaction<AudienceDecided>
{
    private static readonly (string Role, Part[] Parts)[] Parents =
    [
        ("parents-of-child-harmed", [Part.Harmed]),
        ("parents-of-child-said-to-have-harmed", [Part.SaidToHaveDoneIt]),
        ("parents-of-pupil", [Part.Harmed, Part.SaidToHaveDoneIt]),
    ];

    public async Task OnAsync(ReferralDecided happened, Deed deed, CancellationToken stop)
    {
        if (happened.Agency == Referral.Nobody) return;
        var items = await OpenAsync(happened.About, RunItemKind.Referral, stop);
        await SettleAsync(happened.About, items.Where(one => PlanAgencies.KindsOf(one.Key).Contains(happened.Agency)), "Recorded as a referral", deed, stop);
    }

    public Task OnAsync(ParentsTold happened, Deed deed, CancellationToken stop) => ParentsAsync(happened.About, deed, stop);

    public Task OnAsync(ParentsNotToldYet happened, Deed deed, CancellationToken stop) => ParentsAsync(happened.About, deed, stop);

    public Task OnAsync(ActionFinished happened, Deed deed, CancellationToken stop) => GivenAsync(happened.About, happened.ActionId, happened.Result, deed, stop);

    public Task OnAsync(TechnicalTaskFinished happened, Deed deed, CancellationToken stop) => GivenAsync(happened.About, happened.TaskId, happened.Said, deed, stop);

    public Task OnAsync(DebriefHeld happened, Deed deed, CancellationToken stop) => StepAsync(happened.About, PlanSteps.Debrief, "Talked through", deed, stop);

    public Task OnAsync(SanctionDecided happened, Deed deed, CancellationToken stop) => StepAsync(happened.About, PlanSteps.Conduct, "Decided under conduct", deed, stop);

    public async Task OnAsync(RunBegun happened, Deed deed, CancellationToken stop)
    {
        if (await store.Set<Run>().FindAsync([happened.RunId], stop) is { } run)
            await StepAsync(happened.About, PlanSteps.Begins(run.Flow), $"Begun: {run.Title}", deed, stop);
    }

    // A device was asked for from a plan: it is in custody now, or the order is done.
    public async Task OnAsync(OrderFinished happened, Deed deed, CancellationToken stop)
    {
        if (await store.Set<RunItem>().AsNoTracking().Where(one => one.GivenAs == happened.About.Id).Select(one => (Guid?)one.IncidentId).FirstOrDefaultAsync(stop) is { } incident)
            await GivenAsync(new RecordRef(Incident.Kind, incident), happened.About.Id, happened.Said, deed, stop);
    }

    // Done when everybody to whom support is owed has some recorded: offered, given or declined.
    public async Task OnAsync(SupportRecorded happened, Deed deed, CancellationToken stop)
    {
        var involved = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == happened.About.Id && one.RemovedAt == null).ToListAsync(stop);
        var stored = await store.Set<Support>().Where(one => one.IncidentId == happened.About.Id).Select(one => one.InvolvementId).ToListAsync(stop);
        var supported = stored.Concat(store.Set<Support>().Local.Where(one => one.IncidentId == happened.About.Id).Select(one => one.InvolvementId)).ToHashSet();
        if (involved.Where(OpenMatters.NeedsSupport).All(one => supported.Contains(one.Id))) await StepAsync(happened.About, PlanSteps.SupportEach, "Recorded under support", deed, stop);
    }

    public async Task OnAsync(AudienceDecided happened, Deed deed, CancellationToken stop)
    {
        if (happened.About.Kind == Incident.Kind && await store.Set<Incident>().FindAsync([happened.About.Id], stop) is { IsClosed: false } incident)
            await followPlan.FollowAllAsync(incident, deed.At, stop);
    }

    private async Task GivenAsync(RecordRef record, Guid work, string result, Deed deed, CancellationToken stop)
    {
        var items = await store.Set<RunItem>().Where(one => one.GivenAs == work && one.SettledAt == null && one.GoneAt == null).ToListAsync(stop);
        await SettleAsync(record, items, result, deed, stop);
    }

    // Settled when every child of that part has a last word on their parents: told, or decided for good that the school does not.
    private async Task ParentsAsync(RecordRef record, Deed deed, CancellationToken stop)
    {
        var items = await OpenAsync(record, RunItemKind.Telling, stop);
        if (items.Count == 0) return;

        var children = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == record.Id && one.RemovedAt == null && one.NamedAs == NamedAs.Pupil).ToListAsync(stop);
        var stored = await store.Set<ParentsNotice>().Where(one => one.IncidentId == record.Id).ToListAsync(stop);
        var notices = stored.Concat(store.Set<ParentsNotice>().Local.Where(one => one.IncidentId == record.Id)).Distinct().ToList();
        foreach (var (role, parts) in Parents)
        {
            var theirs = children.Where(one => parts.Contains(one.Part)).ToList();
            if (theirs.Count == 0 || !theirs.TrueForAll(child => notices.Where(one => one.InvolvementId == child.Id).MaxBy(one => one.EnteredAt) is { } last && (last.Told || last.LookAgainOn is null))) continue;
            await SettleAsync(record, items.Where(one => one.Key == role), "Recorded under parents", deed, stop);
        }
    }

    private async Task StepAsync(RecordRef record, string step, string said, Deed deed, CancellationToken stop)
    {
        var items = await OpenAsync(record, RunItemKind.Step, stop);
        await SettleAsync(record, items.Where(one => one.Key == step), said, deed, stop);
    }

    private Task<List<RunItem>> OpenAsync(RecordRef record, RunItemKind kind, CancellationToken stop) =>
        store.Set<RunItem>().Where(one => one.IncidentId == record.Id && one.Kind == kind && one.SettledAt == null && one.GoneAt == null).ToListAsync(stop);

    private async Task SettleAsync(RecordRef record, IEnumerable<RunItem> items, string said, Deed deed, CancellationToken stop)
    {
        var settled = items.Count(one => one.Settle(Way.Done, said, null, deed.ByName, deed.At).IsDone);
        if (settled > 0) await duty.SetAsync(record, deed, stop);
    }
}
