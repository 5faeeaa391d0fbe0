using Lifeguard.Custody.Model;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Register;

/// <summary>What a school holds, has confiscated and searched, as far as the viewer may know of it; the list is noted before it is shown.</summary>
internal sealed class FindRegister(Store store, CustodyReach reach, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<SchoolRegister> OfAsync(Viewer viewer, Guid school, CancellationToken stop)
    {
        var items = await (await reach.ItemsAsync(viewer, stop)).AsNoTracking().Where(one => one.Org == school).OrderByDescending(one => one.Ending == null).ThenByDescending(one => one.TakenInAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        var things = await reach.Confiscations(viewer).AsNoTracking().Where(one => one.Org == school).OrderByDescending(one => one.GivenBack == null && one.ItemId == null).ThenByDescending(one => one.TakenAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        var searches = await (await reach.SearchesAsync(viewer, stop)).AsNoTracking().Where(one => one.Org == school).OrderByDescending(one => one.SearchedAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        List<Guid> shown = [.. items.Select(one => one.Id), .. things.Select(one => one.Id), .. searches.Select(one => one.Id)];
        if (shown.Count > 0) await store.CommitAsync(viewer.Deed(school, clock.GetUtcNow()), new ListRead(new RecordRef("custody", school), "register", shown), stop);
        return new SchoolRegister(items, things, searches);
    }
}

internal sealed record SchoolRegister(IReadOnlyList<Item> Items, IReadOnlyList<Confiscation> Things, IReadOnlyList<DeviceSearch> Searches);
