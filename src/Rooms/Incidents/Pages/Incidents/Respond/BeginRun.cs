using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>Begins the questions of a flow on a record. Its edition is kept, and what holds whatever is answered is asked for at once.</summary>
internal sealed class BeginRun(Store store, IGuidedFlows flows, FollowPlan followPlan, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, string flowId, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await flows.CurrentAsync(incident.Org, flowId, stop) is not { } flow) return Refusal.NotFound;
        if (await store.Set<Run>().AnyAsync(one => one.IncidentId == incident.Id && one.Flow == flowId && one.SetAsideAt == null, stop)) return RunRefusals.BegunAlready;

        var at = clock.GetUtcNow();
        await flows.KeepAsync(flow, stop);
        var run = new Run
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            Flow = flow.Id,
            Edition = flow.Edition,
            Title = flow.Title,
            FlowVersion = flow.Version,
            BegunAt = at,
            ByName = viewer.Name,
        };
        store.Set<Run>().Add(run);
        await followPlan.FollowAsync(incident, run, [], at, stop);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new RunBegun(incident.Ref, run.Id, run.Title, run.FlowVersion), stop);
    }
}
