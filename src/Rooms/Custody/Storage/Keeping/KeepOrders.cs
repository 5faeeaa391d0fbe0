using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage.Keeping;

/// <summary>What a technician was asked to isolate, keep or have blocked. Ended when it is done, and logs not before the day until which they are kept.</summary>
internal sealed class KeepOrders(Store store, CustodyReach reach, IPeople people) : KeepThings<TechnicianOrder>(store, people)
{
    public override string Kind => TechnicianOrder.Kind;

    protected override string Class => CustodyKeeps.Custody;

    protected override string Noun => "Order";

    protected override Task<IQueryable<TechnicianOrder>> MetAsync(Viewer viewer, CancellationToken stop) => reach.OrdersAsync(viewer, stop);

    protected override IQueryable<KeptThing> Things(IQueryable<TechnicianOrder> from) => from.Where(one => one.RecordId == null).Select(one => new KeptThing
    {
        Id = one.Id,
        Org = one.Org,
        Reference = one.Reference,
        Barred = one.Barred,
        BegunAt = one.AskedAt,
        EndedAt = one.Done == null ? null : one.Done.At,
        StaysUntil = one.Done == null ? null : one.Done.KeptUntil,
    });

    protected override Task DeleteAsync(Guid id, CancellationToken stop) => Store.Set<TechnicianOrder>().Where(one => one.Id == id).ExecuteDeleteAsync(stop);
}
