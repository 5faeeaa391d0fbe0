using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Reactions;

/// <summary>Two rows turn out to be one human being: whoever was kept from something under the one is kept from it under the other.</summary>
internal sealed class OnIdentitiesLinked(Store store) : IReaction<IdentitiesLinked>
{
    public async Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop)
    {
        var (kept, replaced) = (happened.KeptIdentityId, happened.ReplacedIdentityId);
        foreach (var one in await store.Set<Item>().Where(one => one.Barred.Contains(replaced)).ToListAsync(stop)) one.Merge(replaced, kept);
        foreach (var one in await store.Set<TechnicianOrder>().Where(one => one.Barred.Contains(replaced)).ToListAsync(stop)) one.Merge(replaced, kept);
        foreach (var one in await store.Set<Confiscation>().Where(one => one.Barred.Contains(replaced)).ToListAsync(stop)) one.Merge(replaced, kept);
        foreach (var one in await store.Set<DeviceSearch>().Where(one => one.Barred.Contains(replaced)).ToListAsync(stop)) one.Merge(replaced, kept);
        await store.Set<Confiscation>().Where(one => one.TakenBy == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.TakenBy, kept), stop);
        await store.Set<DeviceSearch>().Where(one => one.SearchedBy == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.SearchedBy, kept), stop);
        await store.Set<NominatedSearcher>().Where(one => one.IdentityId == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityId, kept), stop);
    }
}
