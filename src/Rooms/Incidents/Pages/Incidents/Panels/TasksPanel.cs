using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Panels;

/// <summary>What the safeguarding team asked the technician to do.</summary>
internal sealed class TasksPanel(Store store, TimeProvider clock) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(IncidentPermissions.TechnicalTasks)) return [];

        var now = clock.GetUtcNow();
        var open = await store.TasksFor(viewer).AsNoTracking().Where(one => one.DoneAt == null).Select(one => new { one.Urgent, one.DueAt }).ToListAsync(stop);
        List<Waiting> waiting = [];
        Add("An urgent technical task", "urgent technical tasks", open.Count(one => one.Urgent), WaitingUrgency.Urgent);
        Add("A technical task that is overdue", "technical tasks that are overdue", open.Count(one => !one.Urgent && one.DueAt < now), WaitingUrgency.Overdue);
        Add("A technical task", "technical tasks", open.Count(one => !one.Urgent && one.DueAt >= now), WaitingUrgency.Open);
        return waiting;

        void Add(string one, string several, int count, WaitingUrgency urgency)
        {
            if (count > 0) waiting.Add(new Waiting(count == 1 ? one : $"{count} {several}", Links.TechnicalTasks, urgency));
        }
    }
}
