using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>What somebody keeps and is asked to do; the list is noted before it is shown.</summary>
internal sealed class FindCustody(Store store, CustodyReach reach, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan EndedFor = TimeSpan.FromDays(30);

    public async Task<CustodyList> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - EndedFor;
        var items = (await reach.ItemsAsync(viewer, stop)).AsNoTracking();
        var orders = (await reach.OrdersAsync(viewer, stop)).AsNoTracking();
        var list = new CustodyList(
            await orders.Where(one => one.Done == null).OrderByDescending(one => one.Urgent).ThenBy(one => one.DueAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop),
            await items.Where(one => one.Ending == null).OrderByDescending(one => one.TakenInAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop),
            await items.Where(one => one.Ending != null && one.Ending.At >= since).OrderByDescending(one => one.Ending!.At).ThenBy(one => one.Id).Take(Most).ToListAsync(stop),
            await orders.Where(one => one.Done != null && one.Done.At >= since).OrderByDescending(one => one.Done!.At).ThenBy(one => one.Id).Take(Most).ToListAsync(stop));
        List<Guid> shown = [.. list.Open.Concat(list.Ended).Select(one => one.Id)];
        if (shown.Count > 0) await store.CommitAsync(viewer.Deed(viewer.Home, clock.GetUtcNow()), new ListRead(new RecordRef("custody", viewer.Home), "custody", shown), stop);
        return list;
    }
}

internal sealed record CustodyList(IReadOnlyList<TechnicianOrder> Orders, IReadOnlyList<Item> Open, IReadOnlyList<Item> Ended, IReadOnlyList<TechnicianOrder> Done);
