using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>Reads the runs of a record that was found through the viewer.</summary>
internal sealed class FindRun(Store store, FollowPlan followPlan, TimeProvider clock)
{
    public async Task<IReadOnlyList<Run>> AllAsync(Guid incidentId, CancellationToken stop) =>
        await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == incidentId).OrderBy(one => one.BegunAt).ToListAsync(stop);

    public async Task<RunView?> RunAsync(Guid incidentId, Guid runId, CancellationToken stop)
    {
        if (await store.Set<Run>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == runId && one.IncidentId == incidentId, stop) is not { } run) return null;

        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == incidentId, stop);
        var answers = await store.Set<RunAnswer>().AsNoTracking().Where(one => one.RunId == runId).ToListAsync(stop);
        var items = await store.Set<RunItem>().AsNoTracking().Where(one => one.RunId == runId).ToListAsync(stop);
        var (flow, plan) = await followPlan.PlanAsync(incident, run, answers, stop);
        return new RunView
        {
            Run = run,
            Now = clock.GetUtcNow(),
            Flow = flow,
            Plan = plan,
            Answered =
            [
                .. plan.Asked.Select((asked, at) => (asked, at, row: answers.Where(one => one.Question == asked.Question).MaxBy(one => one.Turn)!))
                    .Select(one => new AnsweredQuestion(one.at, flow.Questions.First(question => question.Id == one.asked.Question), one.row.Said, one.row.ByName, one.row.At)),
            ],
            Items = [.. items.OrderBy(one => one.Within).ThenBy(one => one.DueAt).ThenBy(one => one.Id)],
            Given = await GivenAsync(incidentId, [.. items.Select(one => one.GivenAs).OfType<Guid>()], stop),
        };
    }

    private async Task<IReadOnlyDictionary<Guid, string>> GivenAsync(Guid incidentId, IReadOnlyList<Guid> work, CancellationToken stop)
    {
        if (work.Count == 0) return new Dictionary<Guid, string>();

        var actions = await store.Set<ActionItem>().AsNoTracking().Where(one => one.IncidentId == incidentId && work.Contains(one.Id)).ToListAsync(stop);
        var tasks = await store.Set<TechnicalTask>().AsNoTracking().Where(one => one.IncidentId == incidentId && work.Contains(one.Id)).ToListAsync(stop);
        var given = actions.Select(one => (one.Id, Words: $"With {one.OwnerName}, by {UkTime.InWords(one.DueOn)}"))
            .Concat(tasks.Select(one => (one.Id, Words: $"With the technician, by {UkTime.InWords(one.DueAt)}")))
            .ToDictionary(one => one.Id, one => one.Words);
        // The rest are orders about devices, which stand with what is held.
        foreach (var order in work) given.TryAdd(order, "With the technician");
        return given;
    }
}
