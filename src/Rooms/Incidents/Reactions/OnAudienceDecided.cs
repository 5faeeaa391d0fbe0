using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>
/// The duty to open a record goes where the record goes. A concern that has become an allegation keeps an allegation's time,
/// and a record that was opened and has left its desk waits anew.
/// </summary>
internal sealed class OnAudienceDecided(Store store, OpenConcernDuty duty) : IReaction<AudienceDecided>
{
    // Decided for the first time: the duty has just begun, perhaps with whoever is on duty alone.
    private const string AtFirst = "raised";

    public async Task OnAsync(AudienceDecided happened, Deed deed, CancellationToken stop)
    {
        if (happened.Because == AtFirst || await duty.RecordAsync(happened.About, stop) is not { OpenedAt: null } incident) return;

        var entry = store.Entry(incident);
        var changed = entry.State == EntityState.Modified;
        var became = changed && entry.Property(one => one.RecordKind).OriginalValue == RecordKind.Concern && incident.RecordKind == RecordKind.Allegation;
        var waitsAnew = changed && entry.Property(one => one.OpenedAt).OriginalValue is not null;
        if (waitsAnew)
        {
            await duty.OpenAsync(incident, deed, stop);
            return;
        }

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
