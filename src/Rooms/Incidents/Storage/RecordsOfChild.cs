using Lifeguard.Children.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>Hands a child's records to the chronology of their file: those that the viewer may know of, one line each.</summary>
internal sealed class RecordsOfChild(Store store, ListReading reading, Sentences sentences) : IChildRecords
{
    public async Task<IReadOnlyList<ChildRecordLine>> OfAsync(Viewer viewer, Guid school, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var wanted = people.ToList();
        var found = await store.IncidentsFor(viewer).AsNoTracking()
            .Where(one => one.Org == school && store.Set<Involvement>().Any(part => part.IncidentId == one.Id && part.RemovedAt == null && part.NamedAs == NamedAs.Pupil && part.PersonId != null && wanted.Contains(part.PersonId.Value)))
            .OrderBy(one => one.RaisedAt).Select(one => new { one.Id, one.Org, one.Reference, one.RecordKind, one.TakenOnAt, one.RaisedAt, one.HappenedAt, one.Types, IsClosed = one.Closure!.Reason != null }).ToListAsync(stop);
        if (found.Count == 0) return [];

        await reading.NoteAsync(viewer, "child", [.. found.Select(one => new Shown(one.Org, one.Id))], stop);
        return [.. found.Select(one => new ChildRecordLine(one.Id, one.HappenedAt ?? one.RaisedAt, $"{IncidentHeading.NounOf(one.RecordKind, one.TakenOnAt is null)} {one.Reference.Short}",
            $"{(one.Types.Count == 0 ? "Not yet judged" : sentences.Words.Types(one.Types))}. {(one.IsClosed ? "Closed" : one.TakenOnAt is null ? "Waits to be taken on" : "Open")}", Links.Incident(one.Reference)))];
    }
}
