using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <param name="Id">Made with the form.</param>
internal sealed record ItemAnswers(Guid Id, string What, string? Serial, Belonging Belonging, string? OwnerName, string FoundWhere, DateTimeOffset SecuredAt, string SecuredBy, string SealedHow, string StoredWhere, string? PoliceSaid);

/// <summary>Takes a device or thing into custody, for an order or without one.</summary>
internal sealed class TakeIn(Store store, CustodyReach reach, WhoItMayMean who, CountOnce once, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid org, ItemAnswers answers, RandomReference? orderReference, CancellationToken stop)
    {
        if (await once.IsThereAsync<Item>(answers.Id, stop)) return Outcome.Done;
        TechnicianOrder? order = null;
        if (orderReference is { } wanted)
        {
            order = await (await reach.OrdersAsync(viewer, stop)).SingleOrDefaultAsync(one => one.Reference == wanted && one.Org == org, stop);
            if (order is null || !order.What.IsOfDevice()) return Refusal.NotFound;
        }

        var belonging = order is { OfAdult: true } ? Belonging.Adult : answers.Belonging;
        var policeSaid = answers.PoliceSaid ?? order?.PoliceSaid;
        if (belonging.IsOfAdult() && string.IsNullOrWhiteSpace(policeSaid)) return Refusals.PoliceSaidMissing;

        var deed = viewer.Deed(org, clock.GetUtcNow());
        var item = new Item
        {
            Id = answers.Id,
            Org = org,
            Reference = RandomReference.New(),
            What = answers.What,
            Serial = answers.Serial,
            Belonging = belonging,
            OwnerName = answers.OwnerName,
            FoundWhere = answers.FoundWhere,
            SecuredAt = answers.SecuredAt,
            SecuredBy = answers.SecuredBy,
            SealedHow = answers.SealedHow,
            PoliceSaid = policeSaid,
            TakenInBy = viewer.IdentityId,
            TakenInByName = viewer.Name,
            TakenInAt = deed.At,
        };
        item.Begin(answers.StoredWhere, [.. await who.ToKeepAwayAsync(org, answers.OwnerName, belonging is Belonging.Pupil, stop), .. order?.Barred ?? []], order?.Safety, order?.Offence ?? Offence.NotSettled, null);
        if (order?.RecordId is { } record) item.Tie(record);
        store.Add(item);
        List<IHappened> news = [new ItemTakenIn(item.Ref, item.What, item.Serial, item.FoundWhere, item.SecuredAt, item.SecuredBy, item.SealedHow, item.StoredWhere)];
        if (order is not null)
        {
            const string taken = "The device was taken into custody.";
            if (order.Finish(new OrderDone(taken, null, null, deed.At, viewer.Name), item.Id) is { IsDone: false } refused) return refused;
            news.Add(new OrderFinished(order.Ref, taken, null, null));
        }

        return await once.CommitAsync<Item>(item.Id, deed, news, stop);
    }
}
