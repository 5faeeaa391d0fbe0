using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>A promise to look again on a day is a duty until somebody writes down what came of it, or a later day.</summary>
internal sealed class OnReviewSet(Store store, WorkDuties duties) : IReaction<ParentsTold>, IReaction<ParentsNotToldYet>, IReaction<SupportRecorded>, IReaction<PersonTakenOff>
{
    private const string LookedAt = "Looked at again";

    public Task OnAsync(ParentsTold happened, Deed deed, CancellationToken stop) => ParentsAsync(happened.About, happened.NoticeId, deed, stop);

    public Task OnAsync(ParentsNotToldYet happened, Deed deed, CancellationToken stop) => ParentsAsync(happened.About, happened.NoticeId, deed, stop);

    public async Task OnAsync(SupportRecorded happened, Deed deed, CancellationToken stop)
    {
        if (await duties.RecordAsync(happened.About, stop) is not { } incident || await store.Set<Support>().FindAsync([happened.SupportId], stop) is not { } support) return;

        var before = await store.Set<Support>().AsNoTracking()
            .Where(one => one.InvolvementId == support.InvolvementId && one.Kind == support.Kind && one.ReviewOn != null && one.Id != support.Id).Select(one => one.Id).ToListAsync(stop);
        foreach (var one in before) await duties.SettleAsync(incident.Ref, WorkDuties.OfSupport(one), LookedAt, deed, stop);
        if (support.ReviewOn is { } on) await duties.OpenReviewAsync(incident, WorkDuties.OfSupport(support.Id), on, deed, stop);
    }

    public async Task OnAsync(PersonTakenOff happened, Deed deed, CancellationToken stop)
    {
        var notices = await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.InvolvementId == happened.InvolvementId && one.LookAgainOn != null).Select(one => one.Id).ToListAsync(stop);
        var supports = await store.Set<Support>().AsNoTracking().Where(one => one.InvolvementId == happened.InvolvementId && one.ReviewOn != null).Select(one => one.Id).ToListAsync(stop);
        foreach (var key in notices.Select(WorkDuties.OfParents).Concat(supports.Select(WorkDuties.OfSupport)))
            await duties.SettleAsync(happened.About, key, "Taken off the record", deed, stop);
    }

    private async Task ParentsAsync(RecordRef record, Guid noticeId, Deed deed, CancellationToken stop)
    {
        if (await duties.RecordAsync(record, stop) is not { } incident || await store.Set<ParentsNotice>().FindAsync([noticeId], stop) is not { } notice) return;

        var before = await store.Set<ParentsNotice>().AsNoTracking()
            .Where(one => one.InvolvementId == notice.InvolvementId && one.LookAgainOn != null && one.Id != notice.Id).Select(one => one.Id).ToListAsync(stop);
        foreach (var one in before) await duties.SettleAsync(incident.Ref, WorkDuties.OfParents(one), LookedAt, deed, stop);
        if (notice.LookAgainOn is { } on) await duties.OpenReviewAsync(incident, WorkDuties.OfParents(notice.Id), on, deed, stop);
    }
}
