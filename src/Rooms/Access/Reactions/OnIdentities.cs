using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Reactions;

/// <summary>A way in belongs to a human being: when two records turn out to be one person, both ways in are theirs; when that is undone, no longer.</summary>
internal sealed class OnIdentities(Store store) : IReaction<IdentitiesLinked>, IReaction<IdentitiesParted>
{
    public Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop) =>
        store.Set<Account>().Where(one => one.IdentityId == happened.ReplacedIdentityId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityBefore, happened.ReplacedIdentityId).SetProperty(one => one.IdentityId, happened.KeptIdentityId), stop);

    public Task OnAsync(IdentitiesParted happened, Deed deed, CancellationToken stop) =>
        store.Set<Account>().Where(one => one.IdentityId == happened.KeptIdentityId && one.IdentityBefore == happened.PartedIdentityId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityId, happened.PartedIdentityId).SetProperty(one => one.IdentityBefore, (Guid?)null), stop);
}
