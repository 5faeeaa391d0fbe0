using Lifeguard.Incidents.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Reactions;

/// <summary>What waits on a record waits for somebody who still reads it.</summary>
internal sealed class OnReadersChanged(WorkDuties duties) : IReaction<AudienceDecided>, IReaction<ReaderParted>, IReaction<HandedOver>, IReaction<HandlingTaken>
{
    public Task OnAsync(AudienceDecided happened, Deed deed, CancellationToken stop) => AgainAsync(happened.About, deed, stop);

    public Task OnAsync(ReaderParted happened, Deed deed, CancellationToken stop) => AgainAsync(happened.About, deed, stop);

    public Task OnAsync(HandedOver happened, Deed deed, CancellationToken stop) => AgainAsync(happened.About, deed, stop);

    public Task OnAsync(HandlingTaken happened, Deed deed, CancellationToken stop) => AgainAsync(happened.About, deed, stop);

    private async Task AgainAsync(RecordRef record, Deed deed, CancellationToken stop)
    {
        if (await duties.RecordAsync(record, stop) is { IsClosed: false } incident) await duties.HoldAgainAsync(incident, deed, stop);
    }
}
