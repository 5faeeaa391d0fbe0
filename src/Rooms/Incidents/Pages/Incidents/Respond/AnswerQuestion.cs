using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>Answers a question, or answers it differently. The plan follows; what was entered before stays.</summary>
internal sealed class AnswerQuestion(Store store, IGuidedFlows flows, FollowPlan followPlan, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid runId, string question, string answer, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        // Two answers at the same time would each make the plan without the other.
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await store.Set<Run>().SingleOrDefaultAsync(one => one.Id == runId && one.IncidentId == incident.Id, stop) is not { } run) return Refusal.NotFound;
        if (run.IsSetAside) return RunRefusals.SetAside;

        var flow = await flows.OfEditionAsync(run.Edition, stop);
        var asked = flow.Questions.FirstOrDefault(one => one.Id == question);
        if (asked?.Answers.FirstOrDefault(one => one.Id == answer) is not { } said) return RunRefusals.NotAsked;

        var answers = await store.Set<RunAnswer>().AsNoTracking().Where(one => one.RunId == run.Id).ToListAsync(stop);
        var before = answers.Where(one => one.Question == question).MaxBy(one => one.Turn);
        if (before?.Answer == answer) return Outcome.Done;

        var at = clock.GetUtcNow();
        var given = new RunAnswer
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            RunId = run.Id,
            Turn = answers.Count,
            Question = question,
            Answer = answer,
            Asks = asked.Asks,
            Said = said.Text,
            At = at,
            ByName = viewer.Name,
        };
        store.Set<RunAnswer>().Add(given);
        await followPlan.FollowAsync(incident, run, [.. answers, given], at, stop);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new RunAnswered(incident.Ref, run.Id, given.Asks, given.Said, before?.Said), stop);
    }
}
