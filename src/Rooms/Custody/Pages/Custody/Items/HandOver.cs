using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Custody.Pages.Custody.Items;

internal sealed record HandoverAnswers(Guid Id, string To, DateTimeOffset At, string Reason, string? PoliceReference, string? StoredWhere);

/// <summary>Adds a link to the chain of who held an item. From whom it came is what the chain says, not what somebody types.</summary>
internal sealed class HandOver(Store store, ItemPages pages, CountOnce once, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, HandoverAnswers answers, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } item) return Refusal.NotFound;
        if (await once.IsThereAsync<Handover>(answers.Id, stop)) return Outcome.Done;

        var from = item.HeldBy;
        if (item.HandOver(answers.To, answers.StoredWhere) is { IsDone: false } refused) return refused;
        var deed = viewer.Deed(item.Org, clock.GetUtcNow());
        store.Add(new Handover
        {
            Id = answers.Id,
            Org = item.Org,
            ItemId = item.Id,
            From = from,
            To = answers.To,
            At = answers.At,
            Reason = answers.Reason,
            PoliceReference = answers.PoliceReference,
            StoredWhere = answers.StoredWhere,
            EnteredAt = deed.At,
            ByName = viewer.Name,
        });
        return await once.CommitAsync<Handover>(answers.Id, deed, [new ItemHandedOver(item.Ref, from, answers.To, answers.At, answers.Reason, answers.PoliceReference, answers.StoredWhere)], stop);
    }
}
