using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

/// <summary>Gives somebody something to do. Who may own it is asked again here: the page may have stood open for an hour.</summary>
internal sealed class SetAction(Store store, Notices notices, GivePlanItem givePlanItem, IncidentPages pages, TimeProvider clock)
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
        var action = new ActionItem
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            What = answers.What,
            Owner = answers.Owner,
            OwnerName = reader.Name,
            DueOn = answers.DueOn,
            SetAt = at,
        };
        store.Set<ActionItem>().Add(action);
        if (answers.PlanItem is { } item && await givePlanItem.RunAsync(incident, item, action.Id, stop) is { IsDone: false } taken) return taken;
        if (answers.Owner != viewer.IdentityId) notices.Tell(incident, [answers.Owner], at);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new ActionSet(incident.Ref, action.Id, action.What, reader.Name, action.DueOn), stop);
    }
}
