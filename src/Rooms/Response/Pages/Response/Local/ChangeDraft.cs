using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Local;
using Lifeguard.Response.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>Changes what is going to be published. It holds for nobody yet, and nothing typed is lost: the first change makes the draft.</summary>
internal sealed class ChangeDraft(Store store, FindLocal findLocal, TimeProvider clock)
{
    /// <param name="seen">The draft's version as whoever typed it saw it; nought for none.</param>
    /// <param name="change">From what stands there to what shall stand there.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, OrganisationCard place, string flow, uint seen, Func<LocalGuidance, LocalGuidance> change, CancellationToken stop)
    {
        if ((await findLocal.PlacesAsync(viewer, stop)).All(one => one.Id != place.Id)) return Refusal.NotFound;

        await using var work = await store.BeginAsync(stop);
        var draft = await store.Set<LocalDraft>().SingleOrDefaultAsync(one => one.Org == place.Id && one.Flow == flow, stop);
        if ((draft?.Version ?? 0) != seen) return LocalRefusals.ChangedMeanwhile;

        var holds = await store.Set<LocalEdition>().Where(one => one.Org == place.Id && one.Flow == flow).OrderByDescending(one => one.Number).Select(one => one.Text).FirstOrDefaultAsync(stop) ?? LocalGuidance.None.Write();
        var text = change(LocalGuidance.Read(draft?.Text ?? holds)).Write();
        if (text == (draft?.Text ?? holds)) return Outcome.Done;

        var at = clock.GetUtcNow();
        // What is as it holds anyway is no draft.
        var isDropped = text == holds;
        if (draft is null)
        {
            // Two who begin in the same moment: one of them does.
            if (await store.Database.ExecuteSqlAsync($"insert into local_draft (org, flow, text, changed_at, by_name) values ({place.Id}, {flow}, {text}, {at}, {viewer.Name}) on conflict do nothing", stop) == 0) return LocalRefusals.ChangedMeanwhile;
        }
        else if (isDropped)
        {
            store.Remove(draft);
        }
        else
        {
            (draft.Text, draft.ChangedAt, draft.ByName) = (text, at, viewer.Name);
        }

        var outcome = await store.CommitAsync(viewer.Deed(place.Id, at), new LocalDraftChanged(new RecordRef("organisation", place.Id), flow, isDropped), stop);
        return outcome.IsDone ? outcome : LocalRefusals.ChangedMeanwhile;
    }
}
