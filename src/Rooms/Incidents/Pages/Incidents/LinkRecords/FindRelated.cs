using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.LinkRecords;

/// <summary>Records of the same people, and records linked already: always only those that the viewer may know of.</summary>
internal sealed class FindRelated(Store store)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<Related>> SuggestedAsync(Viewer viewer, Guid incidentId, CancellationToken stop)
    {
        var linked = await LinkedIdsAsync(incidentId, stop);
        var people = await store.Set<Involvement>().Where(one => one.IncidentId == incidentId && one.RemovedAt == null && one.PersonId != null)
            .Select(one => one.PersonId).Distinct().ToListAsync(stop);
        if (people.Count == 0) return [];

        var records = await store.IncidentsFor(viewer).AsNoTracking()
            .Where(other => other.Id != incidentId && !linked.Contains(other.Id) &&
                store.Set<Involvement>().Any(one => one.IncidentId == other.Id && one.RemovedAt == null && people.Contains(one.PersonId)))
            .OrderByDescending(other => other.RaisedAt).Take(Most).ToListAsync(stop);
        var shared = await store.Set<Involvement>().AsNoTracking()
            .Where(one => records.Select(record => record.Id).Contains(one.IncidentId) && one.RemovedAt == null && people.Contains(one.PersonId))
            .Select(one => new { one.IncidentId, one.Name }).ToListAsync(stop);
        var names = shared.ToLookup(one => one.IncidentId, one => one.Name);
        return [.. records.Select(record => Of(record, null, [.. names[record.Id].Distinct()]))];
    }

    public async Task<IReadOnlyList<Related>> LinkedAsync(Viewer viewer, Guid incidentId, CancellationToken stop)
    {
        var links = await store.Set<IncidentLink>().AsNoTracking().Where(link => link.FromId == incidentId || link.ToId == incidentId).ToListAsync(stop);
        var kinds = links.GroupBy(link => link.FromId == incidentId ? link.ToId : link.FromId).ToDictionary(same => same.Key, same => same.First().Kind);
        var records = await store.IncidentsFor(viewer).AsNoTracking().Where(other => kinds.Keys.Contains(other.Id)).OrderByDescending(other => other.RaisedAt).ToListAsync(stop);
        return [.. records.Select(record => Of(record, kinds[record.Id], []))];
    }

    private async Task<List<Guid>> LinkedIdsAsync(Guid incidentId, CancellationToken stop) =>
        await store.Set<IncidentLink>().Where(link => link.FromId == incidentId || link.ToId == incidentId)
            .Select(link => link.FromId == incidentId ? link.ToId : link.FromId).ToListAsync(stop);

    private static Related Of(Incident record, string? kind, IReadOnlyList<string> names) =>
        new(record.Id, record.Reference, record.RecordKind, record.IsConcern, record.IsClosed, record.RaisedAt, record.Types, kind, names);
}

/// <param name="Kind">How they are linked, where they are.</param>
/// <param name="Names">People who stand on both.</param>
internal sealed record Related(
    Guid Id, RandomReference Reference, RecordKind RecordKind, bool IsConcern, bool IsClosed, DateTimeOffset RaisedAt, IReadOnlyList<string> Types, string? Kind, IReadOnlyList<string> Names)
{
    public string Called => $"{Noun} {Reference.Short}";

    private string Noun => RecordKind switch
    {
        RecordKind.Allegation => "Allegation",
        RecordKind.Welfare => "Child's welfare",
        _ => IsConcern ? "Concern" : "Incident",
    };
}
