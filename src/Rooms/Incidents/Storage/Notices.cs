using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Storage;

/// <summary>Puts notices for the readers of a record into the outbox. The outbox asks again before anything leaves.</summary>
internal sealed class Notices(Store store, IOnDuty onDuty, DeskHolders holders)
{
    /// <summary>Tells whoever sits at the record's desks. The trust's lead is told only when a record goes up to them, or when they are on duty for the school.</summary>
    public async Task RaisedAsync(Incident incident, DateTimeOffset at, CancellationToken stop)
    {
        var sitting = await holders.OfAsync(incident.Org, stop);
        var asked = (await onDuty.AtAsync(incident.Org, at, stop)).Select(one => one.IdentityId).ToHashSet();
        var readers = incident.Desks.SelectMany(desk => sitting[Enum.Parse<Desk>(desk)])
            .Where(holder => holder.Role != Role.TrustSafeguardingLead || asked.Contains(holder.IdentityId) || (incident.Desks.Count == 1
                && sitting[Desk.SafeguardingTeam].All(one => one.Role == Role.TrustSafeguardingLead || incident.Barred.Contains(one.IdentityId))))
            .Select(holder => holder.IdentityId);
        Tell(incident, readers, at);
    }

    public async Task RaisedToAsync(Incident incident, Desk desk, DateTimeOffset at, CancellationToken stop)
    {
        var sitting = await holders.OfAsync(incident.Org, stop);
        Tell(incident, sitting[desk].Select(holder => holder.IdentityId), at);
    }

    public void Tell(Incident incident, IEnumerable<Guid> identities, DateTimeOffset at)
    {
        var urgency = incident.Urgent ? LetterUrgency.Urgent : LetterUrgency.Routine;
        foreach (var identity in identities.Distinct().Where(one => !incident.Barred.Contains(one)))
            store.Post(new Letter(incident.Org, identity, incident.Ref, urgency), at);
    }
}
