using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Panels;

/// <summary>Concerns that wait on somebody's desk, and records handed to them that they have not opened.</summary>
internal sealed class WorkPanel(Store store) : IHomePanel
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(IncidentPermissions.Work)) return [];

        var open = store.IncidentsFor(viewer).AsNoTracking().Where(one => one.Closure!.Reason == null);
        var fresh = await open.Where(one => one.TakenOnAt == null || one.OpenedAt == null || one.Handler == null).GroupBy(one => one.Urgent && one.OpenedAt == null)
            .Select(group => new { Urgent = group.Key, Count = group.Count() }).ToListAsync(stop);
        List<Waiting> waiting = [];
        if (fresh.Find(one => one.Urgent) is { Count: var urgent and > 0 })
            waiting.Add(new Waiting(
                urgent == 1 ? "An urgent concern that nobody has opened" : $"{urgent} urgent concerns that nobody has opened", $"/desk?group={DeskGroup.Urgent.Key()}", WaitingUrgency.Urgent));
        if (fresh.Find(one => !one.Urgent) is { Count: var count and > 0 })
            waiting.Add(new Waiting(count == 1 ? "A concern that nobody has taken on" : $"{count} concerns that nobody has taken on", $"/desk?group={DeskGroup.New.Key()}", WaitingUrgency.Today));
        waiting.AddRange(await HandedOverAsync(open, viewer.IdentityId, stop));
        return waiting;
    }

    private async Task<IEnumerable<Waiting>> HandedOverAsync(IQueryable<Incident> open, Guid me, CancellationToken stop)
    {
        var unread = await open
            .Where(one => (one.Handler == me || one.Joined.Contains(me))
                && !store.Set<JournalRow>().Any(row => row.RecordId == one.Id && row.ByIdentity == me && row.Act == nameof(RecordRead)))
            .OrderBy(one => one.RaisedAt).Select(one => one.Reference).Take(Most).ToListAsync(stop);
        return unread.Select(one => new Waiting("A record was given to you, and you have not opened it", Links.Incident(one), WaitingUrgency.Today));
    }
}
