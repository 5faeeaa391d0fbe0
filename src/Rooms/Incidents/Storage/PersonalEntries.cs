using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>What the records of a viewer's desk say about one human being, line by line of their chronologies.</summary>
internal sealed class PersonalEntries(Store store, IPeople people, FindChronology chronology)
{
    public async Task<IReadOnlyList<PersonalEntry>> OfAsync(Viewer viewer, Guid identity, CancellationToken stop)
    {
        var rows = await people.RowsOfAsync([identity], stop);
        var personIds = rows.Select(row => row.Id).ToList();
        var known = await store.IncidentsFor(viewer).AsNoTracking()
            .Where(one => store.Set<Involvement>().Any(named => named.IncidentId == one.Id && named.RemovedAt == null && named.PersonId != null && personIds.Contains(named.PersonId.Value))
                || store.Set<Report>().Any(report => report.IncidentId == one.Id && report.ReporterIdentity == identity))
            .OrderBy(one => one.RaisedAt).ToListAsync(stop);
        List<PersonalEntry> entries = [];
        foreach (var incident in known.Where(one => IncidentPages.IsAtDesk(viewer, one)))
        {
            var lines = await chronology.OfAsync(viewer, incident.Id, stop);
            var names = await NamesAsync(incident, lines, identity, personIds, stop);
            entries.AddRange(lines.Select(line => new PersonalEntry(
                incident.Ref, $"{IncidentHeading.NounOf(incident.RecordKind, incident.IsConcern)} {incident.Reference.Short}", Links.Incident(incident.Reference),
                line.JournalId, line.HappenedAt, HeadingOf(line), TextOf(line), names)));
        }

        return entries;
    }

    private static string HeadingOf(ChronologyLine line) => line.EntryId is not null ? "Note" : "What was done";

    private static string TextOf(ChronologyLine line) =>
        string.Join("\n", new[] { line.Says, line.Text, line.Address }.Concat(line.Facts.Select(fact => $"{fact.Name}: {fact.Value}")).Where(words => !string.IsNullOrWhiteSpace(words)));

    private async Task<IReadOnlyList<OtherName>> NamesAsync(Incident incident, IReadOnlyList<ChronologyLine> lines, Guid identity, List<Guid> personIds, CancellationToken stop)
    {
        var named = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop);
        var cards = await people.CardsAsync([.. named.Select(one => one.PersonId).OfType<Guid>()], stop);
        var others = named.Where(one => one.PersonId is not { } id || !personIds.Contains(id)).SelectMany(one =>
        {
            var card = one.PersonId is { } id ? cards.GetValueOrDefault(id) : null;
            var instead = card is null ? Instead(one.NamedAs) : Instead(card.Kind);
            return new[] { new OtherName(one.Name, instead), new OtherName(card?.Name ?? one.Name, instead) };
        });
        var reporter = await store.Set<Report>().AsNoTracking().Where(one => one.IncidentId == incident.Id).Select(one => new { one.ReporterIdentity, one.ReporterName }).SingleOrDefaultAsync(stop);
        var staff = lines.Where(line => line.By != identity && line.ByName is not null).Select(line => line.ByName!)
            .Concat(reporter is not null && reporter.ReporterIdentity != identity ? [reporter.ReporterName] : []).Select(name => new OtherName(name, Instead(PersonKind.Staff)));
        return [.. others.Concat(staff).Where(one => !string.IsNullOrWhiteSpace(one.Name)).DistinctBy(one => one.Name)];
    }

    private static string Instead(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => "another pupil",
        PersonKind.Parent => "a parent",
        PersonKind.Staff => "a member of staff",
        PersonKind.Governor => "a governor",
        _ => "somebody else",
    };

    private static string Instead(NamedAs namedAs) => namedAs switch
    {
        NamedAs.Pupil => "another pupil",
        NamedAs.Parent => "a parent",
        NamedAs.AdultHere or NamedAs.Head or NamedAs.SafeguardingLead or NamedAs.TrustStaff => "a member of staff",
        NamedAs.Governor or NamedAs.Chair => "a governor",
        _ => "somebody else",
    };
}
