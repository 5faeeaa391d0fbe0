using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>One duty for all that the plans of a record still ask for, due when the first of it is.</summary>
internal sealed class PlanDuty(Store store, WorkDuties duties)
{
    public async Task SetAsync(RecordRef record, Deed deed, CancellationToken stop)
    {
        if (await duties.RecordAsync(record, stop) is not { IsClosed: false } incident) return;

        await duties.SettleAsync(record, WorkDuties.Plan, "Gone on with", deed, stop);
        var due = (await ItemsAsync(incident, stop)).Where(one => one.IsOpen).Select(one => one.LateAt).Min();
        if (due is { } at) await duties.OpenPlanAsync(incident, at, deed, stop);
    }

    // What this piece of work has added and not yet committed counts too.
    private async Task<IReadOnlyCollection<RunItem>> ItemsAsync(Incident incident, CancellationToken stop)
    {
        var stored = await store.Set<RunItem>().Where(one => one.IncidentId == incident.Id).ToListAsync(stop);
        return [.. stored.Concat(store.Set<RunItem>().Local.Where(one => one.IncidentId == incident.Id)).Distinct()];
    }
}

/// <summary>Whatever changes a plan, or what is left of it, sets its duty again.</summary>
internal sealed class OnPlanChanged(PlanDuty duty)
    : IReaction<RunBegun>, IReaction<RunAnswered>, IReaction<PlanItemSettled>, IReaction<PlanItemReopened>, IReaction<RunSetAside>, IReaction<IncidentReopened>
{
    public Task OnAsync(RunBegun happened, Deed deed, CancellationToken stop) => duty.SetAsync(happened.About, deed, stop);

    public Task OnAsync(RunAnswered happened, Deed deed, CancellationToken stop) => duty.SetAsync(happened.About, deed, stop);

    public Task OnAsync(PlanItemSettled happened, Deed deed, CancellationToken stop) => duty.SetAsync(happened.About, deed, stop);

    public Task OnAsync(PlanItemReopened happened, Deed deed, CancellationToken stop) => duty.SetAsync(happened.About, deed, stop);

    public Task OnAsync(RunSetAside happened, Deed deed, CancellationToken stop) => duty.SetAsync(happened.About, deed, stop);

    public Task OnAsync(IncidentReopened happened, Deed deed, CancellationToken stop) => duty.SetAsync(happened.About, deed, stop);
}
