using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class Agencies(Store store, IOrganisations organisations) : IAgencies
{
    public async Task<IReadOnlyList<AgencyCard>> ForAsync(Guid org, IReadOnlyCollection<string> kinds, CancellationToken stop)
    {
        var chain = await ChainAsync(org, stop);
        return InOrder(chain, await store.Set<AgencyContact>().AsNoTracking()
            .Where(one => chain.Contains(one.Org) && (kinds.Count == 0 || kinds.Contains(one.Kind))).ToListAsync(stop));
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<AgencyCard>>> ForEachAsync(IReadOnlyCollection<Guid> orgs, CancellationToken stop)
    {
        Dictionary<Guid, List<Guid>> chains = [];
        foreach (var org in orgs) chains[org] = await ChainAsync(org, stop);
        var all = chains.Values.SelectMany(chain => chain).Distinct().ToList();
        var contacts = await store.Set<AgencyContact>().AsNoTracking().Where(one => all.Contains(one.Org)).ToListAsync(stop);
        return chains.ToDictionary(one => one.Key, one => InOrder(one.Value, contacts.Where(contact => one.Value.Contains(contact.Org))));
    }

    private async Task<List<Guid>> ChainAsync(Guid org, CancellationToken stop) => [org, .. (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id)];

    private static IReadOnlyList<AgencyCard> InOrder(List<Guid> chain, IEnumerable<AgencyContact> contacts) =>
        [.. contacts.OrderBy(one => chain.IndexOf(one.Org)).ThenBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.Id).Select(one => one.Card())];
}
