using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Model.Cases;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Response.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>Reads local guidance for those who publish it.</summary>
internal sealed class FindLocal(FlowLibrary flows, LocalEditions editions, MadeEditions made, Store store, IOrganisations organisations, PermissionCatalogue permissions, TimeProvider clock)
{
    /// <summary>The organisations whose guidance somebody publishes: those of their seats, and none below.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> PlacesAsync(Viewer viewer, CancellationToken stop)
    {
        var mine = permissions.Get(ResponsePermissions.Local).PlacesOf(viewer);
        return mine.Count == 0 ? [] : [.. (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The schools and settings for which it holds.</summary>
    public async Task<IReadOnlyList<string>> SchoolsAsync(Guid place, CancellationToken stop)
    {
        var below = await organisations.WithDescendantsAsync([place], stop);
        return [.. (await organisations.AllAsync(stop)).Where(one => below.Contains(one.Id) && one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting).Select(one => one.Name)];
    }

    public async Task<IReadOnlyList<(FlowGroup Group, IReadOnlyList<LocalInShort> Flows)>> ListAsync(Guid place, CancellationToken stop)
    {
        var inForce = (await editions.InForceAsync(stop)).Where(one => one.Org == place).ToDictionary(one => one.Flow);
        var drafts = await store.Set<LocalDraft>().AsNoTracking().Where(one => one.Org == place).Select(one => one.Flow).ToListAsync(stop);
        List<(FlowGroup, IReadOnlyList<LocalInShort>)> groups = [];
        foreach (var (group, ofGroup) in flows.Grouped)
        {
            List<LocalInShort> found = [];
            foreach (var flow in ofGroup)
            {
                var edition = inForce.GetValueOrDefault(flow.Id);
                found.Add(new LocalInShort(flow, edition, drafts.Contains(flow.Id), edition is null ? [] : await MisfitsAsync(place, flow, edition, stop)));
            }

            groups.Add((group, found));
        }

        return groups;
    }

    /// <summary>Null where there is no such flow.</summary>
    public async Task<LocalSeen?> OneAsync(OrganisationCard place, string id, CancellationToken stop)
    {
        if (flows.EditionOf(id) is not { } own) return null;

        var draft = await store.Set<LocalDraft>().AsNoTracking().SingleOrDefaultAsync(one => one.Org == place.Id && one.Flow == id, stop);
        var published = await store.Set<LocalEdition>().AsNoTracking().Where(one => one.Org == place.Id && one.Flow == id).OrderByDescending(one => one.Number).ToListAsync(stop);
        var inForce = published.FirstOrDefault();
        var guidance = draft is not null ? LocalGuidance.Read(draft.Text) : inForce is null ? LocalGuidance.None : LocalGuidance.Read(inForce.Text);
        var above = await editions.LayersAsync(place.Id, id, stop, without: place.Id);
        var next = new LocalMark(place.Name, (inForce?.Number ?? 0) + 1, UkTime.DateOf(clock.GetUtcNow()));
        return new LocalSeen
        {
            Own = own,
            Draft = draft,
            Published = published,
            Guidance = guidance,
            Above = made.Get(own, above).Edition.Flow,
            Before = await editions.MadeAsync(place.Id, id, stop),
            After = made.Get(own, guidance.IsNone ? above : [.. above, new LocalLayer(next, guidance)]),
            Misfits = inForce is null ? [] : await MisfitsAsync(place.Id, own.Flow, inForce, stop),
        };
    }

    /// <summary>What becomes of each sample case; those that are about a choice of somebody else's are left out.</summary>
    public static IReadOnlyList<PlanChange> Changes(LocalSeen seen) => [.. SampleCases.BuiltIn.Of(seen.Own.Flow.Id).Where(one => one.Settings.Count == 0).Select(one => PlanChange.Of(one, seen.Before.Edition.Flow, seen.After.Edition.Flow))];

    /// <summary>What of a published edition does not fit any more, in sentences.</summary>
    public async Task<IReadOnlyList<string>> MisfitsAsync(Guid place, Flow own, LocalEdition edition, CancellationToken stop)
    {
        var guidance = LocalGuidance.Read(edition.Text);
        var now = await editions.MadeAsync(place, own.Id, stop);
        List<string> says = [];
        if (guidance.File is not null && now.Refused.Count > 0) says.Add($"Your file does not fit any more, so Lifeguard's own flow holds until it is mended: {now.Refused[0].Says}.");
        says.AddRange(guidance.MisfitsOn(now.Edition.Flow));
        if (edition.FlowVersion != own.Version && !guidance.IsNone) says.Add($"Lifeguard's own flow has changed since edition {edition.Number}. Look at the preview, and publish again when all is well.");
        return says;
    }
}

/// <param name="InForce">Its own newest edition; null where it has published none.</param>
internal sealed record LocalInShort(Flow Flow, LocalEdition? InForce, bool HasDraft, IReadOnlyList<string> Misfits);

/// <summary>One flow as an organisation settles it.</summary>
internal sealed record LocalSeen
{
    /// <summary>As it comes.</summary>
    public required Edition Own { get; init; }

    public required LocalDraft? Draft { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<LocalEdition> Published { get; init; }

    /// <summary>What is being changed, or what holds.</summary>
    public required LocalGuidance Guidance { get; init; }

    /// <summary>The flow as the organisations above leave it.</summary>
    public required Flow Above { get; init; }

    /// <summary>As it holds now.</summary>
    public required MadeEdition Before { get; init; }

    /// <summary>As it would hold.</summary>
    public required MadeEdition After { get; init; }

    public required IReadOnlyList<string> Misfits { get; init; }

    public LocalEdition? InForce => Published.FirstOrDefault();

    /// <summary>The draft's version; nought where there is none.</summary>
    public uint Version => Draft?.Version ?? 0;
}
