using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Panels;

/// <summary>Actions of mine that are overdue or due today. What they ask may name a child, so it stands on the record alone.</summary>
internal sealed class ActionsPanel(Store store, DeskHolders holders) : IHomePanel
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(IncidentPermissions.Work)) return [];

        var today = holders.Today;
        var due = await (from action in store.ActionsFor(viewer).AsNoTracking()
                         where action.DoneAt == null && action.DueOn <= today
                         join incident in store.Set<Incident>() on action.IncidentId equals incident.Id
                         orderby action.DueOn, action.Id
                         select new { action.DueOn, incident.Reference }).ToListAsync(stop);
        List<Waiting> waiting = [.. due.Take(Most).Select(one => one.DueOn < today
            ? new Waiting($"An action of yours was due on {UkTime.InWords(one.DueOn)}", Links.Incident(one.Reference), WaitingUrgency.Overdue, UkTime.Midnight(one.DueOn.AddDays(1)))
            : new Waiting("An action of yours is due today", Links.Incident(one.Reference), WaitingUrgency.Today, UkTime.Midnight(one.DueOn.AddDays(1))))];
        if (due.Count > Most)
        {
            var urgency = due[Most].DueOn < today ? WaitingUrgency.Overdue : WaitingUrgency.Today;
            waiting.Add(new Waiting($"{due.Count - Most} more actions of yours", $"/desk?group={DeskGroup.Overdue.Key()}", urgency));
        }

        return waiting;
    }
}
