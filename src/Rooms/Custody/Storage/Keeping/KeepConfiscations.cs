using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage.Keeping;

/// <summary>Things of pupils. Ended when they were given back; one that went into custody, when that ended.</summary>
internal sealed class KeepConfiscations(Store store, CustodyReach reach, IPeople people) : KeepThings<Confiscation>(store, people)
{
    public override string Kind => Confiscation.Kind;

    protected override string Class => CustodyKeeps.Confiscations;

    protected override string Noun => "Confiscation";

    protected override Task<IQueryable<Confiscation>> MetAsync(Viewer viewer, CancellationToken stop) => Task.FromResult(reach.Confiscations(viewer));

    protected override IQueryable<KeptThing> Things(IQueryable<Confiscation> from) => from.Select(one => new KeptThing
    {
        Id = one.Id,
        Org = one.Org,
        Reference = one.Reference,
        Owner = one.PupilIdentity,
        Barred = one.Barred,
        BegunAt = one.TakenAt,
        EndedAt = one.GivenBack != null ? one.GivenBack.At
            : one.ItemId == null || Store.Set<Item>().Any(item => item.Id == one.ItemId && item.Ending == null) ? null
            : Store.Set<Item>().Where(item => item.Id == one.ItemId).Select(item => (DateTimeOffset?)item.Ending!.At).FirstOrDefault() ?? one.TakenAt,
    });

    protected override Task DeleteAsync(Guid id, CancellationToken stop) => Store.Set<Confiscation>().Where(one => one.Id == id).ExecuteDeleteAsync(stop);
}
