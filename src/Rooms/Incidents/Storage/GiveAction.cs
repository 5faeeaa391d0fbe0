using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Storage;

/// <summary>Gives somebody something to do on a record, and tells them where they do not give it to themselves. Saved with the caller's commit, which carries the news.</summary>
internal sealed class GiveAction(Store store, Notices notices)
{
    public ActionSet Run(Viewer viewer, Incident incident, string what, (Guid Identity, string Name) owner, DateOnly dueOn, DateTimeOffset at)
    {
        var action = new ActionItem
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            What = what,
            Owner = owner.Identity,
            OwnerName = owner.Name,
            DueOn = dueOn,
            SetAt = at,
        };
        store.Set<ActionItem>().Add(action);
        if (owner.Identity != viewer.IdentityId) notices.Tell(incident, [owner.Identity], at);
        return new ActionSet(incident.Ref, action.Id, what, owner.Name, dueOn);
    }
}
