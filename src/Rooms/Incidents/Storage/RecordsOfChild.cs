using Lifeguard.Children.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Pages.Incidents.Print;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>Hands a child's records to the chronology of their file: those that the viewer may know of, one line each.</summary>
internal sealed class RecordsOfChild(Store store, ListReading reading, Sentences sentences, IncidentPages pages, FindOnRecord onRecord, FindSheet findSheet, DeskHolders holders) : IChildRecords
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
            $"{(one.Types.Count == 0 ? "Not yet judged" : sentences.Words.Types(one.Types))}. {(one.IsClosed ? "Closed" : one.TakenOnAt is null ? "Waits to be taken on" : "Open")}", Links.Incident(one.Reference), MayGo(one.RecordKind)))];
    }

    public async Task<IReadOnlyList<SendableRecord>> ForSendingAsync(Viewer viewer, Guid school, IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var (wanted, chosen) = (people.ToList(), records.ToList());
        var found = await store.IncidentsFor(viewer).AsNoTracking().Where(one => chosen.Contains(one.Id) && one.Org == school).OrderBy(one => one.RaisedAt).ToListAsync(stop);
        List<SendableRecord> sendable = [];
        foreach (var record in found.Where(one => MayGo(one.RecordKind)))
        {
            var parts = await store.Set<Involvement>().AsNoTracking().Where(part => part.IncidentId == record.Id && part.RemovedAt == null && part.PersonId != null && wanted.Contains(part.PersonId.Value)).Select(part => part.Id).ToListAsync(stop);
            if ((await onRecord.RunAsync(record.Id, stop)).FirstOrDefault(one => one.IsChild && parts.Contains(one.InvolvementId)) is not { } child) continue;
            await pages.NoteReadingAsync(viewer, record.Org, record.Id, "exported", stop);
            var heading = await pages.HeadingOfAsync(viewer, record, stop);
            if (await findSheet.RunAsync(viewer, heading, new PrintChoice(Chronology: true, Names.OneChild, child.Number), stop) is not { } sheet) continue;
            sendable.Add(new SendableRecord(record.Id, record.HappenedAt ?? record.RaisedAt, heading.Called, [.. sheet.Blocks.Select(block => new RecordPart(block.Title, SheetText.Of(block))).Where(part => part.Text.Length > 0)]));
        }

        return sendable;
    }

    public async Task<IReadOnlySet<Guid>> WithRecordsAsync(IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var wanted = people.ToList();
        var desk = nameof(Desk.SafeguardingTeam);
        var found = await (from record in store.Set<Incident>().AsNoTracking()
                           where record.Desks.Contains(desk) && record.RecordKind != RecordKind.Allegation
                           join part in store.Set<Involvement>() on record.Id equals part.IncidentId
                           where part.RemovedAt == null && part.NamedAs == NamedAs.Pupil && part.PersonId != null && wanted.Contains(part.PersonId.Value)
                           select new { record.Org, record.Barred, Person = part.PersonId!.Value }).ToListAsync(stop);
        HashSet<Guid> known = [];
        foreach (var school in found.GroupBy(one => one.Org))
        {
            // A record that somebody of the team is kept from would give itself away to them by the clock that it starts.
            var team = (await holders.OfAsync(school.Key, stop))[Desk.SafeguardingTeam].Select(one => one.IdentityId).ToHashSet();
            known.UnionWith(school.Where(one => !one.Barred.Exists(team.Contains)).Select(one => one.Person));
        }

        return known;
    }

    // What is said of an adult who works here never goes with a child's file.
    private static bool MayGo(RecordKind kind) => kind is not RecordKind.Allegation;
}
