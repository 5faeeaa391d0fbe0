using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>The plan that the answers of a run make, and its rows brought in step with it. Saved with the caller's commit.</summary>
internal sealed class FollowPlan(Store store, IGuidedFlows flows, StandIns standIns, IWorkingTime workingTime)
{
    public async Task<(GuidedFlow Flow, Plan Plan)> PlanAsync(Incident incident, Run run, IReadOnlyCollection<RunAnswer> answers, CancellationToken stop)
    {
        var flow = await flows.OfEditionAsync(run.Edition, stop);
        return (flow, flow.MakePlan(RunAnswer.Counting(answers), await standIns.OfAsync(incident, stop)));
    }

    /// <param name="answers">All of the run, those that this work adds among them.</param>
    public async Task<Plan> FollowAsync(Incident incident, Run run, IReadOnlyCollection<RunAnswer> answers, DateTimeOffset at, CancellationToken stop)
    {
        var (flow, plan) = await PlanAsync(incident, run, answers, stop);
        run.Follow(plan);
        var there = await store.Set<RunItem>().Where(one => one.RunId == run.Id).ToListAsync(stop);
        var moment = new Moment(at, await workingTime.ForAsync(incident.Org, stop));
        store.Set<RunItem>().AddRange(RunItems.Follow(run, there, PlannedItem.Of(plan, flow), moment));
        return plan;
    }

    /// <summary>For every run of a record that is gone on with: who may know of the record has changed, and with it who does what.</summary>
    public async Task FollowAllAsync(Incident incident, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var run in await store.Set<Run>().Where(one => one.IncidentId == incident.Id && one.SetAsideAt == null).ToListAsync(stop))
        {
            var answers = await store.Set<RunAnswer>().AsNoTracking().Where(one => one.RunId == run.Id).ToListAsync(stop);
            await FollowAsync(incident, run, answers, at, stop);
        }
    }
}
