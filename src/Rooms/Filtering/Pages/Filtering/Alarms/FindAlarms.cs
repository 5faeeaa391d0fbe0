using Lifeguard.Filtering.Alarms;
using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Storage.Log;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Pages.Filtering.Alarms;

/// <summary>How the viewer's gate stands: what is wrong now, what was, and when it was last looked at.</summary>
internal sealed class FindAlarms(AlarmReach reach, Store store)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<GateAlarm>> OpenAsync(Viewer viewer, CancellationToken stop)
    {
        var open = await (await reach.AlarmsForAsync(viewer, stop)).Where(one => one.EndedAt == null).ToListAsync(stop);
        return [.. open.OrderBy(one => one.Kind).ThenBy(one => one.BeganAt)];
    }

    public async Task<(IReadOnlyList<GateAlarm> Ended, int Count)> EndedAsync(Viewer viewer, int page, CancellationToken stop)
    {
        var ended = (await reach.AlarmsForAsync(viewer, stop)).Where(one => one.EndedAt != null);
        return (await ended.OrderByDescending(one => one.EndedAt).ThenBy(one => one.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop), await ended.CountAsync(stop));
    }

    public async Task<DateTimeOffset?> LookedAtAsync(Viewer viewer, CancellationToken stop)
    {
        var places = await reach.PlacesOfAsync(viewer, stop);
        return await store.Set<GatePlace>().AsNoTracking().Where(one => places.Contains(one.Org)).MaxAsync(one => one.LookedAt, stop);
    }
}
