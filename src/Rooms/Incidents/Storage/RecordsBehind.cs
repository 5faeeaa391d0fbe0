using Lifeguard.Custody.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>Answers for the records to which something in custody is tied, as they stand today: a name added later bars there as it does here.</summary>
internal sealed class RecordsBehind(Store store) : IRecordsBehind
{
    public async Task<IReadOnlyList<RecordBehind>> OfAsync(Viewer viewer, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var known = await store.IncidentsFor(viewer).Where(one => records.Contains(one.Id)).Select(one => one.Id).ToListAsync(stop);
        var all = await store.Set<Incident>().AsNoTracking().Where(one => records.Contains(one.Id)).Select(one => new { one.Id, IsKeptFrom = one.Barred.Contains(me), one.RecordKind }).ToListAsync(stop);
        return [.. all.Select(one => new RecordBehind(one.Id, one.IsKeptFrom, known.Contains(one.Id), one.RecordKind == RecordKind.Allegation))];
    }

    public async Task<IReadOnlySet<Guid>> KeptFromAsync(Guid record, CancellationToken stop) =>
        (await store.Set<Incident>().AsNoTracking().Where(one => one.Id == record).Select(one => one.Barred).SingleOrDefaultAsync(stop) ?? []).ToHashSet();
}
