using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Opening a record ends the wait for it; closing ends everything that was still asked for it.</summary>
internal sealed class OnOpened(OpenConcernDuty duty, IDuties duties) : IReaction<ConcernOpened>, IReaction<IncidentTakenOn>, IReaction<IncidentClosed>
{
    public Task OnAsync(ConcernOpened happened, Deed deed, CancellationToken stop) => duty.SettleAsync(happened.About, "Opened", deed, stop);

    public Task OnAsync(IncidentTakenOn happened, Deed deed, CancellationToken stop) => duty.SettleAsync(happened.About, "Taken on", deed, stop);

    public Task OnAsync(IncidentClosed happened, Deed deed, CancellationToken stop) => duties.SettleAllForAsync(happened.About, "Closed", deed, stop);
}
