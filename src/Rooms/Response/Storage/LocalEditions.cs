using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Microsoft.EntityFrameworkCore;
using Edition = Lifeguard.Response.Model.Flows.Edition;

namespace Lifeguard.Response.Storage;

/// <summary>The flows as they read for one organisation today: ours, with what it and those above it have published.</summary>
internal sealed class LocalEditions(FlowLibrary flows, MadeEditions made, Store store, Almanac almanac, IOrganisations organisations)
{
    // The guidance with which an organisation has gone back to ours.
    private static readonly string Nothing = LocalGuidance.None.Write();

    public async Task<Edition?> CurrentAsync(Guid org, string flow, CancellationToken stop) =>
        flows.EditionOf(flow) is { } own ? made.Get(own, await LayersAsync(org, flow, stop)).Edition : null;

    /// <summary>The same, with what of the nearest file is not followed.</summary>
    public async Task<MadeEdition> MadeAsync(Guid org, string flow, CancellationToken stop) => made.Get(flows.EditionOf(flow)!, await LayersAsync(org, flow, stop));

    /// <summary>What holds there of this flow, from the top of the tree downwards.</summary>
    /// <param name="without">An organisation whose own is left out.</param>
    public async Task<IReadOnlyList<LocalLayer>> LayersAsync(Guid org, string flow, CancellationToken stop, Guid? without = null)
    {
        var all = (await InForceAsync(stop)).Where(one => one.Flow == flow && one.Org != without && one.Text != Nothing).ToList();
        if (all.Count == 0) return [];

        return [.. (await ChainAsync(org, stop)).SelectMany(place => all.Where(one => one.Org == place.Id).Select(one => LayerOf(one, place.Name)))];
    }

    /// <summary>Flows for which somebody has published something that holds there.</summary>
    public async Task<IReadOnlySet<string>> DifferAsync(Guid org, CancellationToken stop)
    {
        var chain = (await ChainAsync(org, stop)).ConvertAll(one => one.Id);
        return (await InForceAsync(stop)).Where(one => chain.Contains(one.Org) && one.Text != Nothing).Select(one => one.Flow).ToHashSet();
    }

    /// <summary>The newest editions that the second wall shows, of every flow.</summary>
    public async Task<IReadOnlyList<LocalEdition>> InForceAsync(CancellationToken stop) =>
        await almanac.ReadAsync<IReadOnlyList<LocalEdition>>("local editions in force", async () => await store.Set<LocalEdition>().AsNoTracking()
            .Where(one => !store.Set<LocalEdition>().Any(later => later.Org == one.Org && later.Flow == one.Flow && later.Number > one.Number)).ToListAsync(stop));

    private async Task<List<OrganisationCard>> ChainAsync(Guid org, CancellationToken stop)
    {
        List<OrganisationCard> chain = [.. (await organisations.AncestorsAsync(org, stop)).Reverse()];
        if (await organisations.GetAsync(org, stop) is { } itself) chain.Add(itself);
        return chain;
    }

    private static LocalLayer LayerOf(LocalEdition edition, string place) =>
        new(new LocalMark(place, edition.Number, UkTime.DateOf(edition.PublishedAt)), LocalGuidance.Read(edition.Text));
}
