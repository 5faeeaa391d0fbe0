using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

/// <summary>Gives somebody something to do. Who may own it is asked again here: the page may have stood open for an hour.</summary>
internal sealed class SetAction(Store store, GiveAction giveAction, GivePlanItem givePlanItem, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, ActionAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        var reader = (await pages.ReaderRowsAsync(incident, stop)).SingleOrDefault(one => one.Identity == answers.Owner);
        if (reader is null) return Refusals.NobodyToHandTo;

        var at = clock.GetUtcNow();
        var given = giveAction.Run(viewer, incident, answers.What, (answers.Owner, reader.Name), answers.DueOn, at);
        if (answers.PlanItem is { } item && await givePlanItem.RunAsync(incident, item, given.ActionId, stop) is { IsDone: false } taken) return taken;
        return await store.CommitAsync(viewer.Deed(incident.Org, at), given, stop);
    }
}
