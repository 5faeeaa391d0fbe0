using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage.Keeping;

/// <summary>Searches of pupils' devices. Ended when two have decided, and not while the device is in custody.</summary>
internal sealed class KeepSearches(Store store, CustodyReach reach, IPeople people) : KeepThings<DeviceSearch>(store, people)
{
    public override string Kind => DeviceSearch.Kind;

    protected override string Class => CustodyKeeps.Searches;

    protected override string Noun => "Search";

    protected override Task<IQueryable<DeviceSearch>> MetAsync(Viewer viewer, CancellationToken stop) => reach.SearchesAsync(viewer, stop);

    protected override IQueryable<KeptThing> Things(IQueryable<DeviceSearch> from) => from.Where(one => one.RecordId == null).Select(one => new KeptThing
    {
        Id = one.Id,
        Org = one.Org,
        Reference = one.Reference,
        Owner = one.PupilIdentity,
        Barred = one.Barred,
        BegunAt = one.SearchedAt,
        EndedAt = one.Second == null || !one.Second.Agrees || Store.Set<Item>().Any(item => item.Id == one.ItemId && item.Ending == null) ? null : one.Second.At,
    });

    protected override Task DeleteAsync(Guid id, CancellationToken stop) => Store.Set<DeviceSearch>().Where(one => one.Id == id).ExecuteDeleteAsync(stop);
}
