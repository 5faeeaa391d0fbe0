using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody;
using Lifeguard.Custody.Pages.Custody.Orders;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

/// <summary>What a higher room asks of this one for one of its records.</summary>
internal sealed class CustodyDoor(Store store, CustodyReach reach, PlaceOrder placeOrder, TimeProvider clock) : ICustody
{
    // Which desk asked would already say what sort of record it is.
    private const string AskedBy = "the school";

    public async Task<IReadOnlyList<HeldLine>> OfRecordAsync(Viewer viewer, Guid record, CancellationToken stop)
    {
        var (me, keeps) = (viewer.IdentityId, viewer.May(CustodyPermissions.Keep));
        // Most records have nothing here: one question says so.
        if (!await store.Set<Item>().Where(one => one.RecordId == record).Select(one => one.Id).Concat(store.Set<TechnicianOrder>().Where(one => one.RecordId == record).Select(one => one.Id))
            .Concat(store.Set<DeviceSearch>().Where(one => one.RecordId == record).Select(one => one.Id)).AnyAsync(stop)) return [];

        var items = await store.Set<Item>().AsNoTracking().Where(one => one.RecordId == record && !one.Barred.Contains(me)).ToListAsync(stop);
        var orders = await store.Set<TechnicianOrder>().AsNoTracking().Where(one => one.RecordId == record && one.ItemId == null && !one.Barred.Contains(me)).ToListAsync(stop);
        var searches = await store.Set<DeviceSearch>().AsNoTracking().Where(one => one.RecordId == record && !one.Barred.Contains(me)).ToListAsync(stop);
        return
        [
            .. items.Select(one => new HeldLine($"{one.What}, item {one.Reference.Short}", Stands(one), one.IsOpen, one.TakenInAt, keeps ? Links.Item(one.Reference) : null))
                .Concat(orders.Select(one => new HeldLine($"{one.What.InWords()}: {one.Subject}", one.IsOpen ? "The technician is asked" : "Done", one.IsOpen, one.AskedAt, keeps ? Links.Order(one.Reference) : null)))
                .Concat(searches.Select(one => new HeldLine($"Search: {one.Device}", one.IsDecided ? "Decided by two" : "Not decided by two", !one.IsDecided, one.SearchedAt, viewer.May(CustodyPermissions.Register) ? Links.Search(one.Reference) : null)))
                .OrderByDescending(line => line.IsOpen).ThenByDescending(line => line.Since),
        ];
    }

    public async Task<bool> IsAnythingOpenAsync(Guid record, CancellationToken stop) =>
        await store.Set<Item>().AnyAsync(one => one.RecordId == record && one.Ending == null, stop)
        || await store.Set<TechnicianOrder>().AnyAsync(one => one.RecordId == record && one.Done == null, stop)
        || await store.Set<DeviceSearch>().AnyAsync(one => one.RecordId == record && (one.Second == null || !one.Second.Agrees), stop);

    public async Task<Outcome> AskAsync(Viewer viewer, Guid org, Guid record, DeviceOrder order, CancellationToken stop)
    {
        if (order.OfAdult && string.IsNullOrWhiteSpace(order.PoliceSaid)) return Refusals.PoliceSaidMissing;
        var at = clock.GetUtcNow();
        return await placeOrder.RunAsync(viewer, new TechnicianOrder
        {
            Id = order.Id,
            Org = org,
            Reference = RandomReference.New(),
            RecordId = record,
            What = order.Isolate ? OrderKind.IsolateDevice : OrderKind.KeepDevice,
            Subject = order.Label,
            AskedBy = AskedBy,
            AskedAt = at,
            DueAt = await placeOrder.DueAsync(org, order.Urgent, stop),
            Urgent = order.Urgent,
            EnteredBy = viewer.IdentityId,
            OfAdult = order.OfAdult,
            PoliceSaid = order.PoliceSaid,
            Offence = order.PossibleOffence ? Offence.Possible : Offence.NotSettled,
            Safety = new SafetyAnswers(Of(order.SafeToStop), Of(order.LeavesChildExposed), AskedBy, at),
            Barred = [.. order.KeptFrom.Distinct()],
        }, needsTechnician: true, stop);
    }

    public async Task<Outcome> TieAsync(Viewer viewer, Guid org, Guid record, string code, CancellationToken stop)
    {
        var wanted = Plain(code);
        var items = await (await reach.ItemsAsync(viewer, stop)).Where(one => one.Org == org && one.RecordId == null).Select(one => new { one.Id, one.Reference }).ToListAsync(stop);
        var searches = await (await reach.SearchesAsync(viewer, stop)).Where(one => one.Org == org && one.RecordId == null).Select(one => new { one.Id, one.Reference }).ToListAsync(stop);
        var itemId = items.FirstOrDefault(one => Plain(one.Reference.Short) == wanted)?.Id;
        var searchId = searches.FirstOrDefault(one => Plain(one.Reference.Short) == wanted)?.Id;
        var item = itemId is null && searchId is null ? null : await store.Set<Item>().SingleOrDefaultAsync(one => one.Id == itemId || (searchId != null && one.SearchId == searchId), stop);
        searchId ??= item?.SearchId;
        var search = searchId is null ? null : await store.Set<DeviceSearch>().SingleOrDefaultAsync(one => one.Id == searchId, stop);
        if (item is null && search is null) return Refusals.NoSuchCode;

        // A search and the device that it became go together.
        item?.Tie(record);
        search?.Tie(record);
        List<IHappened> news = [.. item is null ? [] : new[] { new TiedToRecord(item.Ref) }, .. search is null ? [] : new[] { new TiedToRecord(search.Ref) }];
        return await store.CommitAsync(viewer.Deed(org, clock.GetUtcNow()), news, stop);
    }

    public async Task<IReadOnlyList<RecordRef>> EraseAsync(Guid record, CancellationToken stop)
    {
        var items = await store.Set<Item>().Where(one => one.RecordId == record).Select(one => one.Id).ToListAsync(stop);
        var orders = await store.Set<TechnicianOrder>().Where(one => one.RecordId == record).Select(one => one.Id).ToListAsync(stop);
        var searches = await store.Set<DeviceSearch>().Where(one => one.RecordId == record).Select(one => one.Id).ToListAsync(stop);
        await store.Set<Handover>().Where(one => items.Contains(one.ItemId)).ExecuteDeleteAsync(stop);
        await store.Set<Access>().Where(one => items.Contains(one.ItemId)).ExecuteDeleteAsync(stop);
        await store.Set<Item>().Where(one => one.RecordId == record).ExecuteDeleteAsync(stop);
        await store.Set<TechnicianOrder>().Where(one => one.RecordId == record).ExecuteDeleteAsync(stop);
        await store.Set<DeviceSearch>().Where(one => one.RecordId == record).ExecuteDeleteAsync(stop);
        return
        [
            .. items.Select(one => new RecordRef(Item.Kind, one)),
            .. orders.Select(one => new RecordRef(TechnicianOrder.Kind, one)),
            .. searches.Select(one => new RecordRef(DeviceSearch.Kind, one)),
        ];
    }

    private static string Plain(string code) => code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static YesNoUnsure Of(bool? answer) => answer switch
    {
        true => YesNoUnsure.Yes,
        false => YesNoUnsure.No,
        null => YesNoUnsure.Unsure,
    };

    private static string Stands(Item item) => item switch
    {
        { Ending: { } ending } => ending.Kind.InWords(),
        { AwaitsAdvice: true } => "In custody, police advice awaited",
        { Advice.MayBeReleased: false } => "In custody, kept for the police",
        _ => "In custody, may be released",
    };
}
