using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>
/// The day of an action, a review, an unanswered referral or something in a plan has passed: whoever has it is told once more, and with them whoever handles the record;
/// after another school day everybody at its desk.
/// </summary>
internal sealed class OnDayPassed(Store store, WorkDuties duties, Notices notices) : IReaction<DutyOverdue>
{
    private const string Handler = "record-handler";

    public async Task OnAsync(DutyOverdue happened, Deed deed, CancellationToken stop)
    {
        if (!WorkDuties.IsAction(happened.Key) && !WorkDuties.IsReview(happened.Key) && !WorkDuties.IsPlan(happened.Key) && !WorkDuties.IsReferral(happened.Key)) return;
        if (await duties.RecordAsync(happened.About, stop) is not { IsClosed: false } incident) return;

        var asked = happened.Desk == Handler ? await duties.AnsweringAsync(incident, stop) : await duties.AtDeskAsync(incident, stop);
        await duties.HoldAsync(incident, happened.Key, asked, deed, stop);
        notices.Tell(incident, happened.Desk == Handler ? asked.Concat(await OwnersAsync(incident, happened.Key, stop)) : asked, deed.At);
    }

    private async Task<IReadOnlyList<Guid>> OwnersAsync(Incident incident, string key, CancellationToken stop) =>
        [.. (await store.Set<ActionItem>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.DoneAt == null).ToListAsync(stop))
            .Where(one => WorkDuties.OfAction(one.Id) == key).Select(one => one.Owner)];
}
