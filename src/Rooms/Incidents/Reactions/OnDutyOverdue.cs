using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Nobody opened a record in time: it goes to the next who may take it, and they are told.</summary>
internal sealed class OnDutyOverdue(Store store, OpenConcernDuty duty, DeskHolders holders, Notices notices) : IReaction<DutyOverdue>
{
    public async Task OnAsync(DutyOverdue happened, Deed deed, CancellationToken stop)
    {
        if (happened.Key != OpenConcernDuty.Key || await duty.RecordAsync(happened.About, stop) is not { OpenedAt: null } incident) return;

        var sitting = await holders.OfAsync(incident.Org, stop);
        var raised = RaiseUnopened.Decide(happened.Desk, incident.Desks, RaiseUnopened.FactsOf(incident, sitting));
        if (happened.Step == 1 && await duty.BeganOnDutyAsync(incident, stop))
        {
            // The wait began with whoever was on duty; now it is everybody's, the lead's as well.
            await duty.HoldAsync(incident, deed, stop);
            raised = raised with { Tell = [.. raised.Tell, Role.DesignatedSafeguardingLead] };
        }

        notices.Tell(incident, sitting.Values.SelectMany(desk => desk).Where(holder => raised.Tell.Contains(holder.Role)).Select(holder => holder.IdentityId), deed.At);
        if (raised.To is not { } desk) return;

        incident.RaiseTo(desk);
        store.Also(new UnopenedRaised(incident.Ref, desk.ToString()));
        await notices.RaisedToAsync(incident, desk, deed.At, stop);
        await duty.HoldAsync(incident, deed, stop);
    }
}
