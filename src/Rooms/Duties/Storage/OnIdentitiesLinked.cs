using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

/// <summary>Two rows turn out to be one human being: what waits for the one waits for the other.</summary>
internal sealed class OnIdentitiesLinked(Store store) : IReaction<IdentitiesLinked>
{
    public async Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop)
    {
        await store.OpenForThisWorkAsync("duties of two who are one", stop);
        await store.Set<DutyHolding>().Where(one => one.IdentityId == happened.ReplacedIdentityId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityId, happened.KeptIdentityId), stop);
    }
}
