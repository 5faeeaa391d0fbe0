using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Reactions;

/// <summary>The duty to open a record goes where the record goes. A concern that has become an allegation keeps an allegation's time.</summary>
internal sealed class OnAudienceDecided(Store store, OpenConcernDuty duty) : IReaction<AudienceDecided>
{
    public async Task OnAsync(AudienceDecided happened, Deed deed, CancellationToken stop)
    {
        if (await duty.RecordAsync(happened.About, stop) is not { OpenedAt: null } incident) return;

        var kind = store.Entry(incident).Property(one => one.RecordKind);
        var became = store.Entry(incident).State == Microsoft.EntityFrameworkCore.EntityState.Modified
            && kind.OriginalValue == RecordKind.Concern && kind.CurrentValue == RecordKind.Allegation;
        if (!became)
        {
            await duty.HoldAsync(incident, deed, stop);
            return;
        }

        await duty.SettleAsync(incident.Ref, "Now an allegation", deed, stop);
        // One open duty of a key: the settled one must have left before the new one comes.
        await store.SaveChangesAsync(stop);
        await duty.OpenAsync(incident, deed, stop);
    }
}
