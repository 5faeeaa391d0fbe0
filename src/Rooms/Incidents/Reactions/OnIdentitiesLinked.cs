using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>
/// Two rows turn out to be one human being: whoever was kept from a record under the one must be kept from it under the other,
/// closed records included, and what they own goes with them.
/// </summary>
internal sealed class OnIdentitiesLinked(Store store, PlaceAgain placeAgain, AffectedRecords affected) : IReaction<IdentitiesLinked>
{
    public async Task OnAsync(IdentitiesLinked happened, Deed deed, CancellationToken stop)
    {
        await placeAgain.BeginAsync(stop);
        var (kept, replaced) = (happened.KeptIdentityId, happened.ReplacedIdentityId);
        var touched = await store.Set<Incident>().Where(one => one.Barred.Contains(replaced) || one.Joined.Contains(replaced) || one.Handler == replaced).ToListAsync(stop);
        foreach (var one in touched) one.Merge(replaced, kept);
        await HandOnAsync(kept, replaced, stop);
        var naming = await affected.NamingAsync([kept], stop);
        await placeAgain.RunAsync(touched.Union(naming), "two people are one", deed.At, stop);
    }

    private async Task HandOnAsync(Guid kept, Guid replaced, CancellationToken stop)
    {
        var conflicts = store.Set<DeclaredConflict>();
        await conflicts.Where(one => one.IdentityId == replaced && conflicts.Any(other => other.IncidentId == one.IncidentId && other.IdentityId == kept)).ExecuteDeleteAsync(stop);
        await conflicts.Where(one => one.IdentityId == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.IdentityId, kept), stop);
        await store.Set<ActionItem>().Where(one => one.Owner == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.Owner, kept), stop);
        await store.Set<Receipt>().Where(one => one.Author == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.Author, kept), stop);
        await store.Set<Draft>().Where(one => one.Author == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.Author, kept), stop);
        await store.Set<Report>().Where(one => one.ReporterIdentity == replaced).ExecuteUpdateAsync(set => set.SetProperty(one => one.ReporterIdentity, kept), stop);
    }
}
