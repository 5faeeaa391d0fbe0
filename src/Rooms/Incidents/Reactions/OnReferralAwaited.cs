using Lifeguard.Incidents.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A referral that waits for an answer is a duty: ask again on its day. It ends with the answer, and moves with a later day.</summary>
internal sealed class OnReferralAwaited(WorkDuties duties) : IReaction<ReferralDecided>, IReaction<ReferralAnswered>
{
    public Task OnAsync(ReferralDecided happened, Deed deed, CancellationToken stop) => OpenAsync(happened.About, happened.ReferralId, happened.AskAgainOn, deed, stop);

    public async Task OnAsync(ReferralAnswered happened, Deed deed, CancellationToken stop)
    {
        await duties.SettleAsync(happened.About, WorkDuties.OfReferral(happened.ReferralId), happened.HasAnswered ? "Answered" : "Asked again", deed, stop);
        await OpenAsync(happened.About, happened.ReferralId, happened.AskAgainOn, deed, stop);
    }

    private async Task OpenAsync(RecordRef record, Guid referral, DateOnly? on, Deed deed, CancellationToken stop)
    {
        if (on is { } day && await duties.RecordAsync(record, stop) is { } incident) await duties.OpenReferralAsync(incident, referral, day, deed, stop);
    }
}
