using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

/// <summary>Two rows turn out to be one human being: what waits for the one waits for the other, and whoever was on duty still is.</summary>
internal sealed class OnIdentitiesLinked(Store store) : IReaction<IdentitiesLinked>
{
    public async Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop)
    {
        await store.OpenForThisWorkAsync("duties of two who are one", stop);
        var (kept, replaced) = (happened.KeptIdentityId, happened.ReplacedIdentityId);
        await store.Set<DutyHolding>().Where(one => one.IdentityId == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityId, kept), stop);
        var shifts = store.Set<OnDutyShift>();
        await shifts.Where(one => one.IdentityId == replaced && shifts.Any(other => other.IdentityId == kept && other.Org == one.Org
            && other.FirstDay == one.FirstDay && other.LastDay == one.LastDay && other.Times == one.Times)).ExecuteDeleteAsync(stop);
        await shifts.Where(one => one.IdentityId == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityId, kept), stop);
    }
}
