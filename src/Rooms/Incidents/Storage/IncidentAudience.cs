using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>Answers for this room's records, also for people who are not looking at a page: letters, duties and the journal ask here.</summary>
internal sealed class IncidentAudience(Store store, DeskHolders holders) : IRecordAudience
{
    public IReadOnlyCollection<string> Kinds { get; } = [Incident.Kind, TechnicalTask.Kind];

    public async Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var known = record.Kind == Incident.Kind ? await ReadersAsync(record.Id, stop) : await DoersAsync(record.Id, stop);
        known.IntersectWith(identities);
        return known;
    }

    public async Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var known = kind == Incident.Kind
            ? store.IncidentsFor(viewer).Where(incident => ids.Contains(incident.Id)).Select(incident => incident.Id)
            : store.TasksFor(viewer).Where(task => ids.Contains(task.Id)).Select(task => task.Id);
        return (await known.ToListAsync(stop)).ToHashSet();
    }

    /// <summary>Everybody who may read the record today.</summary>
    public async Task<HashSet<Guid>> ReadersAsync(Guid incidentId, CancellationToken stop)
    {
        var incident = await store.Set<Incident>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == incidentId, stop);
        if (incident is null) return [];
        var sitting = await holders.OfAsync(incident.Org, stop);
        HashSet<Guid> readers = [.. incident.Joined];
        foreach (var desk in incident.Desks) readers.UnionWith(sitting[Enum.Parse<Desk>(desk)].Select(holder => holder.IdentityId));
        readers.ExceptWith(incident.Barred);
        return readers;
    }

    private async Task<HashSet<Guid>> DoersAsync(Guid taskId, CancellationToken stop)
    {
        var task = await store.Set<TechnicalTask>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == taskId, stop);
        if (task is null) return [];
        var barred = await store.Set<Incident>().AsNoTracking().Where(one => one.Id == task.IncidentId).Select(one => one.Barred).SingleAsync(stop);
        var technicians = await holders.InRolesAsync(task.Org, [Role.Technician], stop);
        return [.. technicians.Select(one => one.IdentityId).Except(barred)];
    }
}
