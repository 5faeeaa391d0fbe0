using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class Agencies(Store store, IOrganisations organisations) : IAgencies
{
    public async Task<IReadOnlyList<AgencyCard>> ForAsync(Guid org, IReadOnlyCollection<string> kinds, CancellationToken stop)
    {
        List<Guid> chain = [org, .. (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id)];
        var contacts = await store.Set<AgencyContact>().AsNoTracking()
            .Where(one => chain.Contains(one.Org) && (kinds.Count == 0 || kinds.Contains(one.Kind))).ToListAsync(stop);
        return [.. contacts.OrderBy(one => chain.IndexOf(one.Org)).ThenBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.Id).Select(one => one.Card())];
    }
}
