using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

/// <summary>The tree is small (a partnership has hundreds of settings, not thousands), so it is read whole and walked here.</summary>
internal sealed class OrganisationTree(Store store, Almanac almanac) : IOrganisations
{
    public async Task<OrganisationCard?> GetAsync(Guid id, CancellationToken stop) => (await TreeAsync(stop)).Cards.GetValueOrDefault(id);

    public async Task<OrganisationCard?> ByReportCodeAsync(string code, CancellationToken stop) =>
        ReportCode.Read(code) is { } read ? (await TreeAsync(stop)).Cards.Values.SingleOrDefault(one => one.ReportCode == read) : null;

    public async Task<IReadOnlyList<Guid>> WithDescendantsAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var tree = await TreeAsync(stop);
        var found = new HashSet<Guid>(ids.Where(tree.Cards.ContainsKey));
        var open = new Queue<Guid>(found);
        while (open.TryDequeue(out var id))
        {
            foreach (var child in tree.Below[id].Where(found.Add)) open.Enqueue(child);
        }

        return [.. found];
    }

    public async Task<IReadOnlyList<OrganisationCard>> AncestorsAsync(Guid id, CancellationToken stop)
    {
        var cards = (await TreeAsync(stop)).Cards;
        var chain = new List<OrganisationCard>();
        var next = cards.GetValueOrDefault(id)?.ParentId;
        while (next is { } above && chain.TrueForAll(one => one.Id != above) && cards.TryGetValue(above, out var card))
        {
            chain.Add(card);
            next = card.ParentId;
        }

        return chain;
    }

    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(CancellationToken stop) =>
        [.. (await TreeAsync(stop)).Cards.Values.OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id)];

    private ValueTask<Tree> TreeAsync(CancellationToken stop) => almanac.ReadAsync("tree of organisations", async () =>
        new Tree((await store.Set<Model.Organisation>().AsNoTracking().ToListAsync(stop)).ToDictionary(one => one.Id, one => one.Card())));

    private sealed class Tree(IReadOnlyDictionary<Guid, OrganisationCard> cards)
    {
        public IReadOnlyDictionary<Guid, OrganisationCard> Cards { get; } = cards;

        public ILookup<Guid?, Guid> Below { get; } = cards.Values.ToLookup(one => one.ParentId, one => one.Id);
    }
}
