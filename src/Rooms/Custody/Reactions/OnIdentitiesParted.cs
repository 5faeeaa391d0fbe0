using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Reactions;

/// <summary>Two who were taken for one are two again: whatever the one was kept from, both stay kept from.</summary>
internal sealed class OnIdentitiesParted(Store store) : IReaction<IdentitiesParted>
{
    public Task OnAsync(IdentitiesParted happened, Deed deed, CancellationToken stop) => store.BarAlsoAsync(happened.KeptIdentityId, happened.PartedIdentityId, stop);
}
