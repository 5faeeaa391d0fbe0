using Lifeguard.Incidents.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Reactions;

/// <summary>Every record begins with the duty that somebody opens it.</summary>
internal sealed class OnRaised(OpenConcernDuty duty) : IReaction<ConcernRaised>, IReaction<WelfareRaised>
{
    public Task OnAsync(ConcernRaised happened, Deed deed, CancellationToken stop) => BeginAsync(happened.About, deed, stop);

    public Task OnAsync(WelfareRaised happened, Deed deed, CancellationToken stop) => BeginAsync(happened.About, deed, stop);

    private async Task BeginAsync(RecordRef record, Deed deed, CancellationToken stop)
    {
        if (await duty.RecordAsync(record, stop) is { OpenedAt: null } incident) await duty.OpenAsync(incident, deed, stop);
    }
}
