using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

/// <summary>Gives somebody something to do. Who may own it is asked again here: the page may have stood open for an hour.</summary>
internal sealed class SetAction(Store store, Notices notices, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, string what, Guid owner, DateOnly dueOn, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        var reader = (await pages.ReaderRowsAsync(incident, stop)).SingleOrDefault(one => one.Identity == owner);
        if (reader is null) return Refusals.NobodyToHandTo;

        var at = clock.GetUtcNow();
        var action = new ActionItem
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            What = what,
            Owner = owner,
            OwnerName = reader.Name,
            DueOn = dueOn,
            SetAt = at,
        };
        store.Set<ActionItem>().Add(action);
        if (owner != viewer.IdentityId) notices.Tell(incident, [owner], at);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new ActionSet(incident.Ref, action.Id, what, reader.Name, dueOn), stop);
    }
}
