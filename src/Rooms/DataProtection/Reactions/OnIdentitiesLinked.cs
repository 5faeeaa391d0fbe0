using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Reactions;

/// <summary>
/// Two rows turn out to be one human being: who proposed under the one name cannot be the second person under the other, and a request
/// about the one is a request about the other.
/// </summary>
internal sealed class OnIdentitiesLinked(Store store) : IReaction<IdentitiesLinked>
{
    public async Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop)
    {
        await store.OpenForThisWorkAsync("purges and requests of two who are one", stop);
        var (kept, replaced) = (happened.KeptIdentityId, happened.ReplacedIdentityId);
        await store.Set<Purge>().Where(one => one.ProposedBy == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.ProposedBy, kept), stop);
        await store.Set<Purge>().Where(one => one.ConfirmedBy == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.ConfirmedBy, kept), stop);
        await store.Set<Tombstone>().Where(one => one.ProposedBy == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.ProposedBy, kept), stop);
        await store.Set<Tombstone>().Where(one => one.ConfirmedBy == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.ConfirmedBy, kept), stop);
        // Both stay, so that nobody learns of it when the two are parted again.
        await store.Database.ExecuteSqlAsync($"update tombstone set kept_from = array_append(kept_from, {kept}) where {replaced} = any(kept_from) and {kept} <> all(kept_from)", stop);
        await store.Set<PersonRequest>().Where(one => one.About == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.About, kept), stop);
    }
}
