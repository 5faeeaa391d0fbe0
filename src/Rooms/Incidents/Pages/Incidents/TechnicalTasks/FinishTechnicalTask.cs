using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;

/// <summary>The technician says that a task is done. The record's chronology shows it; the technician learns nothing of the record.</summary>
internal sealed class FinishTechnicalTask(Store store, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, string said, CancellationToken stop)
    {
        var task = await store.TasksFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop);
        if (task is null) return Refusal.NotFound;

        var deed = viewer.Deed(task.Org, clock.GetUtcNow());
        var outcome = task.Finish(said, viewer.Name, deed.At);
        if (!outcome.IsDone) return outcome;

        var incident = new RecordRef(Incident.Kind, task.IncidentId);
        var handler = await store.Set<Incident>().Where(one => one.Id == task.IncidentId).Select(one => one.Handler).SingleAsync(stop);
        if (handler is { } waits) store.Post(new Letter(task.Org, waits, incident, LetterUrgency.Routine), deed.At);
        return await store.CommitAsync(deed, new TechnicalTaskFinished(incident, task.Id, task.What, said), stop);
    }
}
