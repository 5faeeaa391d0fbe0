using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>
/// Two who were taken for one are two again. What was written and owned meanwhile stays with the first; but whatever the one was kept from,
/// both stay kept from: undoing is no way to a record.
/// </summary>
internal sealed class OnIdentitiesParted(Store store, PlaceAgain placeAgain, AffectedRecords affected) : IReaction<IdentitiesParted>
{
    public async Task OnAsync(IdentitiesParted happened, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var (kept, parted) = (happened.KeptIdentityId, happened.PartedIdentityId);
        var barred = await store.Set<Incident>().Where(one => one.Barred.Contains(kept)).ToListAsync(stop);
        foreach (var one in barred)
        {
            foreach (var identity in new[] { kept, parted })
            {
                if (!await store.Set<DeclaredConflict>().AnyAsync(conflict => conflict.IncidentId == one.Id && conflict.IdentityId == identity, stop))
                    store.Add(new DeclaredConflict { IncidentId = one.Id, Org = one.Org, IdentityId = identity, At = deed.At });
            }
        }

        await store.SaveChangesAsync(stop);
        var naming = await affected.NamingAsync([kept, parted], stop);
        await placeAgain.RunAsync(barred.Union(naming), "two people are two again", deed.At, stop);
    }
}
