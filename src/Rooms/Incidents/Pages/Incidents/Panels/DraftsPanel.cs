using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Panels;

/// <summary>Reports that I began and have not sent.</summary>
internal sealed class DraftsPanel(Store store, TimeProvider clock) : IHomePanel
{
    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var since = clock.GetUtcNow() - Draft.Lives;
        var drafts = await store.Set<Draft>().AsNoTracking().Where(one => one.Author == me && one.SentAt == null && one.StartedAt > since)
            .OrderByDescending(one => one.StartedAt).Select(one => one.StartedAt).ToListAsync(stop);
        return [.. drafts.Select(at => new Waiting(
            $"A report that you began on {UkTime.Brief(at)} and have not sent", Links.Report, WaitingUrgency.Today, at + Draft.Lives))];
    }
}
