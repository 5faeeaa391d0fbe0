using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

/// <summary>Answers where nobody looks at a page: letters and the journal ask here. A letter leaves only for whoever works with these things and is kept from nothing.</summary>
internal sealed class CustodyAudience(Store store, CustodyReach reach, IRoles roles, TimeProvider clock) : IRecordAudience
{
    private static readonly Role[] Readers = [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.TrustSafeguardingLead, Role.Head, Role.ActingHead];

    public IReadOnlyCollection<string> Kinds { get; } = [Item.Kind, TechnicianOrder.Kind, Confiscation.Kind, DeviceSearch.Kind];

    public async Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        if (await FindAsync(record, stop) is not { } found) return new HashSet<Guid>();
        var known = (await roles.HoldersAsync(found.Org, found.Roles, UkTime.DateOf(clock.GetUtcNow()), stop)).Select(holder => holder.IdentityId).Append(found.Author).ToHashSet();
        known.ExceptWith(found.Barred);
        known.ExceptWith(await reach.KeptFromAsync(found.RecordId, stop));
        known.IntersectWith(identities);
        return known;
    }

    public async Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var known = kind switch
        {
            Item.Kind => (await reach.ItemsAsync(viewer, stop)).Where(one => ids.Contains(one.Id)).Select(one => one.Id),
            TechnicianOrder.Kind => (await reach.OrdersAsync(viewer, stop)).Where(one => ids.Contains(one.Id)).Select(one => one.Id),
            Confiscation.Kind => reach.Confiscations(viewer).Where(one => ids.Contains(one.Id)).Select(one => one.Id),
            _ => (await reach.SearchesAsync(viewer, stop)).Where(one => ids.Contains(one.Id)).Select(one => one.Id),
        };
        return (await known.ToListAsync(stop)).ToHashSet();
    }

    private async Task<Found?> FindAsync(RecordRef record, CancellationToken stop) => record.Kind switch
    {
        // What is tied to a record leaves letters to whoever does the work alone: who may read the record is that room's matter.
        Item.Kind => await store.Set<Item>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is { } item
            ? new Found(item.Org, item.RecordId, item.Barred, item.TakenInBy, item.RecordId is null && !item.Belonging.IsOfAdult() ? [Role.Technician, .. Readers] : [Role.Technician]) : null,
        TechnicianOrder.Kind => await store.Set<TechnicianOrder>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is { } order
            ? new Found(order.Org, order.RecordId, order.Barred, order.EnteredBy, [Role.Technician]) : null,
        Confiscation.Kind => await store.Set<Confiscation>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is { } thing
            ? new Found(thing.Org, null, thing.Barred, thing.TakenBy, thing.AtOffice ? [Role.OfficeStaff, .. Readers] : Readers) : null,
        DeviceSearch.Kind => await store.Set<DeviceSearch>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is { } search
            ? new Found(search.Org, search.RecordId, search.Barred, search.SearchedBy, search.RecordId is null ? Readers : []) : null,
        _ => null,
    };

    private sealed record Found(Guid Org, Guid? RecordId, IReadOnlyCollection<Guid> Barred, Guid Author, Role[] Roles);
}
