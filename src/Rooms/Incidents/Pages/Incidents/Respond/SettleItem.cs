using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>Says that something of the plan is done, or left out for a reason; or that it is open after all.</summary>
internal sealed class SettleItem(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid itemId, Way way, string? said, string? consulted, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        var (incident, item, refused) = await FindAsync(viewer, reference, itemId, stop);
        if (refused is not null) return refused;

        var at = clock.GetUtcNow();
        var outcome = item!.Settle(way, said, consulted, viewer.Name, at);
        if (!outcome.IsDone) return outcome;
        return await store.CommitAsync(viewer.Deed(incident!.Org, at), new PlanItemSettled(incident.Ref, item.RunId, item.Id, item.Text, way.ToString(), said, consulted), stop);
    }

    public async Task<Outcome> ReopenAsync(Viewer viewer, RandomReference reference, Guid itemId, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        var (incident, item, refused) = await FindAsync(viewer, reference, itemId, stop);
        if (refused is not null) return refused;

        var outcome = item!.Reopen();
        if (!outcome.IsDone) return outcome;
        return await store.CommitAsync(viewer.Deed(incident!.Org, clock.GetUtcNow()), new PlanItemReopened(incident.Ref, item.RunId, item.Id, item.Text), stop);
    }

    private async Task<(Incident? Incident, RunItem? Item, Outcome? Refused)> FindAsync(Viewer viewer, RandomReference reference, Guid itemId, CancellationToken stop)
    {
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return (null, null, Refusal.NotFound);
        if (!IncidentPages.WorksOn(viewer, incident)) return (null, null, Refusals.NotYourDesk);
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return (null, null, refused);
        var item = await store.Set<RunItem>().SingleOrDefaultAsync(one => one.Id == itemId && one.IncidentId == incident.Id, stop);
        return item is null ? (null, null, Refusal.NotFound) : (incident, item, null);
    }
}
