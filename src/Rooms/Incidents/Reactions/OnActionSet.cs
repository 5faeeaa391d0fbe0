using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Every action is a duty of whoever it was given to, from when it is set until it is done.</summary>
internal sealed class OnActionSet(Store store, WorkDuties duties) : IReaction<ActionSet>, IReaction<ActionFinished>
{
    public async Task OnAsync(ActionSet happened, Deed deed, CancellationToken stop)
    {
        if (await duties.RecordAsync(happened.About, stop) is { } incident && await store.Set<ActionItem>().FindAsync([happened.ActionId], stop) is { } action)
            await duties.OpenActionAsync(incident, action, deed, stop);
    }

    public Task OnAsync(ActionFinished happened, Deed deed, CancellationToken stop) =>
        duties.SettleAsync(happened.About, WorkDuties.OfAction(happened.ActionId), "Done", deed, stop);
}
