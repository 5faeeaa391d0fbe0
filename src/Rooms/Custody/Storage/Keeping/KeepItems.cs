using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage.Keeping;

/// <summary>Items in custody, with their chain and their list of access. Ended when they have left the school's hands.</summary>
internal sealed class KeepItems(Store store, CustodyReach reach, IPeople people) : KeepThings<Item>(store, people)
{
    public override string Kind => Item.Kind;

    protected override string Class => CustodyKeeps.Custody;

    protected override string Noun => "Item";

    protected override Task<IQueryable<Item>> MetAsync(Viewer viewer, CancellationToken stop) => reach.ItemsAsync(viewer, stop);

    protected override IQueryable<KeptThing> Things(IQueryable<Item> from) => from.Where(one => one.RecordId == null).Select(one => new KeptThing
    {
        Id = one.Id,
        Org = one.Org,
        Reference = one.Reference,
        Owner = one.OwnerIdentity,
        Barred = one.Barred,
        BegunAt = one.TakenInAt,
        EndedAt = one.Ending == null ? null : one.Ending.At,
    });

    protected override async Task DeleteAsync(Guid id, CancellationToken stop)
    {
        await Store.Set<Handover>().Where(one => one.ItemId == id).ExecuteDeleteAsync(stop);
        await Store.Set<Access>().Where(one => one.ItemId == id).ExecuteDeleteAsync(stop);
        await Store.Set<Item>().Where(one => one.Id == id).ExecuteDeleteAsync(stop);
    }
}
