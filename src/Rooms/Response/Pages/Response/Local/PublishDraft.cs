using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>What was changed holds from now on: as a new edition, for every record that begins.</summary>
internal sealed class PublishDraft(Store store, FindLocal findLocal, TimeProvider clock)
{
    /// <param name="seen">The draft's version as the preview showed it: nobody publishes what they have not seen.</param>
    /// <param name="whyWeaker">Asked for where a case is protected less.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, OrganisationCard place, string flow, uint seen, string why, string? whyWeaker, CancellationToken stop)
    {
        if ((await findLocal.PlacesAsync(viewer, stop)).All(one => one.Id != place.Id)) return Refusal.NotFound;

        await using var work = await store.BeginAsync(stop);
        // Whoever comes second waits here, and finds it published.
        await store.Database.ExecuteSqlAsync($"select 1 from local_draft where org = {place.Id} and flow = {flow} for update", stop);
        if (await findLocal.OneAsync(place, flow, stop) is not { } local) return Refusal.NotFound;
        if (local.Draft is not { } draft) return LocalRefusals.NothingToPublish;
        if (draft.Version != seen) return LocalRefusals.ChangedMeanwhile;
        if (local.Guidance.File is not null && local.After.Refused.Count > 0) return LocalRefusals.FileRefused;

        var changes = FindLocal.Changes(local);
        var weaker = changes.Count(one => one.IsWeaker);
        if (weaker > 0 && whyWeaker is null) return LocalRefusals.WhyWeaker;

        var at = clock.GetUtcNow();
        var edition = new LocalEdition
        {
            Id = Guid.CreateVersion7(at),
            Org = place.Id,
            Flow = flow,
            Number = (local.InForce?.Number ?? 0) + 1,
            Text = draft.Text,
            FlowVersion = local.Own.Flow.Version,
            PublishedAt = at,
            ByName = viewer.Name,
            Why = why,
            WhyWeaker = weaker > 0 ? whyWeaker : null,
        };
        store.Set<LocalEdition>().Add(edition);
        store.Set<LocalDraft>().Remove(draft);
        var news = new LocalGuidancePublished(new RecordRef("organisation", place.Id), flow, edition.Number, changes.Count(one => one.Differences.Count > 0), weaker, edition.WhyWeaker);
        return await store.CommitAsync(viewer.Deed(place.Id, at, why), news, stop);
    }
}
