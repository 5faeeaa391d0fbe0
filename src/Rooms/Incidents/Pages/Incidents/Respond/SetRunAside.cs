using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>These were not the right questions. Nothing of them waits any longer; all that was entered stays.</summary>
internal sealed class SetRunAside(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid runId, string because, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await store.Set<Run>().SingleOrDefaultAsync(one => one.Id == runId && one.IncidentId == incident.Id, stop) is not { } run) return Refusal.NotFound;

        var at = clock.GetUtcNow();
        var outcome = run.SetAside(because, at);
        if (!outcome.IsDone) return outcome;
        foreach (var item in await store.Set<RunItem>().Where(one => one.RunId == run.Id && one.SettledAt == null && one.GoneAt == null).ToListAsync(stop)) item.GoneAt = at;
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new RunSetAside(incident.Ref, run.Id, run.Title, because), stop);
    }
}
