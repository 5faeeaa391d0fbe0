using Lifeguard.Custody.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>What hangs on an item that was found through the viewer.</summary>
internal sealed class FindChain(Store store)
{
    public async Task<IReadOnlyList<Handover>> HandoversAsync(Guid item, CancellationToken stop) =>
        await store.Set<Handover>().AsNoTracking().Where(one => one.ItemId == item).OrderBy(one => one.EnteredAt).ThenBy(one => one.Id).ToListAsync(stop);

    public async Task<IReadOnlyList<Access>> AccessesAsync(Guid item, CancellationToken stop) =>
        await store.Set<Access>().AsNoTracking().Where(one => one.ItemId == item).OrderBy(one => one.EnteredAt).ThenBy(one => one.Id).ToListAsync(stop);
}
