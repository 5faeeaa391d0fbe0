using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

/// <summary>The tree is small (a partnership has hundreds of settings, not thousands), so walks are made over the pairs of id and parent.</summary>
internal sealed class OrganisationTree(Store store) : IOrganisations
{
    private IQueryable<Model.Organisation> Organisations => store.Set<Model.Organisation>().AsNoTracking();

    public async Task<OrganisationCard?> GetAsync(Guid id, CancellationToken stop) =>
        (await Organisations.SingleOrDefaultAsync(one => one.Id == id, stop))?.Card();

    public async Task<OrganisationCard?> ByReportCodeAsync(string code, CancellationToken stop) =>
        ReportCode.Read(code) is { } read ? (await Organisations.SingleOrDefaultAsync(one => one.ReportCode == read, stop))?.Card() : null;

    public async Task<IReadOnlyList<Guid>> WithDescendantsAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var pairs = await Organisations.Select(one => new { one.Id, one.ParentId }).ToListAsync(stop);
        var below = pairs.ToLookup(pair => pair.ParentId, pair => pair.Id);
        var wanted = ids.ToHashSet();
        var found = new HashSet<Guid>(pairs.Select(pair => pair.Id).Where(wanted.Contains));
        var open = new Queue<Guid>(found);
        while (open.TryDequeue(out var id))
        {
            foreach (var child in below[id].Where(found.Add)) open.Enqueue(child);
        }

        return [.. found];
    }

    public async Task<IReadOnlyList<OrganisationCard>> AncestorsAsync(Guid id, CancellationToken stop)
    {
        var chain = new List<OrganisationCard>();
        var next = (await GetAsync(id, stop))?.ParentId;
        while (next is { } above && chain.TrueForAll(one => one.Id != above) && await GetAsync(above, stop) is { } card)
        {
            chain.Add(card);
            next = card.ParentId;
        }

        return chain;
    }

    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(CancellationToken stop) =>
        [.. (await Organisations.OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(stop)).Select(one => one.Card())];
}
