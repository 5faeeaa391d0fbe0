using System.Globalization;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Print;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

/// <summary>
/// What the records of a viewer's desk say about one human being: what was told, the school's form, and line by line the chronology with
/// what stood there before it was corrected.
/// </summary>
internal sealed class PersonalEntries(Store store, IPeople people, FindChronology chronology, Sentences sentences) : IPersonalEntries
{
    public async Task<IReadOnlyList<PersonalEntry>> AboutAsync(Viewer viewer, Guid identity, CancellationToken stop)
    {
        var rows = await people.RowsOfAsync([identity], stop);
        var personIds = rows.Select(row => row.Id).ToList();
        var known = await store.IncidentsFor(viewer).AsNoTracking()
            .Where(one => store.Set<Involvement>().Any(named => named.IncidentId == one.Id && named.RemovedAt == null && named.PersonId != null && personIds.Contains(named.PersonId.Value))
                || store.Set<Report>().Any(report => report.IncidentId == one.Id && report.ReporterIdentity == identity))
            .OrderBy(one => one.RaisedAt).ToListAsync(stop);
        return await EntriesAsync(viewer, known, identity, rows, _ => false, stop);
    }

    public async Task<IReadOnlyList<PersonalEntry>> NamedAsync(Viewer viewer, string name, CancellationToken stop)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        var mine = store.IncidentsFor(viewer).AsNoTracking();
        // Names written by hand are few; how they are spelt is compared here, where accents and capitals do not count.
        var written = await store.Set<Involvement>().AsNoTracking()
            .Where(named => named.PersonId == null && named.RemovedAt == null && mine.Any(one => one.Id == named.IncidentId)).Select(named => new { named.IncidentId, named.Name }).ToListAsync(stop);
        var ids = written.Where(one => IsOf(one.Name, words)).Select(one => one.IncidentId).Distinct().ToList();
        return await EntriesAsync(viewer, await mine.Where(one => ids.Contains(one.Id)).OrderBy(one => one.RaisedAt).ToListAsync(stop), Guid.Empty, [], one => IsOf(one.Name, words), stop);
    }

    private static bool IsOf(string name, IReadOnlyList<string> words) =>
        words.All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    /// <param name="isOwn">Of the names that were written by hand, whether one is that of whoever asks: it stays as it is.</param>
    private async Task<IReadOnlyList<PersonalEntry>> EntriesAsync(Viewer viewer, IReadOnlyList<Incident> known, Guid identity, IReadOnlyList<PersonCard> rows, Func<Involvement, bool> isOwn, CancellationToken stop)
    {
        List<PersonalEntry> entries = [];
        foreach (var incident in known.Where(one => IncidentPages.IsAtDesk(viewer, one)))
        {
            var lines = (await chronology.OfAsync(viewer, incident.Id, stop)).SelectMany(line => line.Originals.Prepend(line)).ToList();
            var report = await store.Set<Report>().AsNoTracking().SingleOrDefaultAsync(one => one.IncidentId == incident.Id, stop);
            var redaction = await RedactionAsync(incident, report, lines, identity, rows, isOwn, stop);
            List<(Guid Key, DateTimeOffset At, string Heading, string Text)> said =
            [
                .. report is null ? [] : new[] { (incident.Id, incident.RaisedAt, "What was told", TextOf(report)) },
                .. FormInShort.Of(incident, sentences.Words) is { Count: > 0 } form ? new[] { (BesideKey(incident.Id), incident.RaisedAt, "The school's form", Lines(form.Select(one => $"{one.Question}: {one.Answer}"))) } : [],
                .. lines.Select(line => (line.JournalId, line.HappenedAt, line.EntryId is not null ? "Note" : "What was done", TextOf(line))),
            ];
            var called = $"{IncidentHeading.NounOf(incident.RecordKind, incident.IsConcern)} {incident.Reference.Short}";
            entries.AddRange(said.Select(one => new PersonalEntry(incident.Ref, called, Links.Incident(incident.Reference), one.Key, one.At, one.Heading, one.Text, redaction.Say(one.Text))));
        }

        return entries;
    }

    private static string TextOf(Report report) => Lines(
    [
        report.WhatHappened, Labelled("The child's own words", report.ChildsWords), Labelled("Where and when", report.WhereAndWhen), Labelled("Address", report.Address?.Value),
        Labelled("Done already", report.DoneAlready), Labelled("Who looks after the child", report.WhoLooksAfterTheChild),
    ]);

    private static string TextOf(ChronologyLine line) => Lines(new[] { line.Says, line.Text, line.Address }.Concat(line.Facts.Select(fact => $"{fact.Name}: {fact.Value}")));

    private static string? Labelled(string label, string? text) => string.IsNullOrWhiteSpace(text) ? null : $"{label}: {text}";

    private static string Lines(IEnumerable<string?> lines) => string.Join("\n", lines.Where(line => !string.IsNullOrWhiteSpace(line)));

    // The form has no key of its own; it stands on the record's row.
    private static Guid BesideKey(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[^1] ^= 0xFF;
        return new Guid(bytes);
    }

    private async Task<Redaction> RedactionAsync(Incident incident, Report? report, IReadOnlyList<ChronologyLine> lines, Guid identity, IReadOnlyList<PersonCard> rows, Func<Involvement, bool> isOwn, CancellationToken stop)
    {
        var own = rows.Select(row => row.Id).ToHashSet();
        bool IsOwn(Involvement one) => one.PersonId is { } id ? own.Contains(id) : isOwn(one);
        var named = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incident.Id).ToListAsync(stop);
        var cards = await people.CardsAsync([.. named.Select(one => one.PersonId).OfType<Guid>()], stop);
        List<(OnRecord, string)> others = [];
        foreach (var one in named.Where(one => !IsOwn(one)))
        {
            var card = one.PersonId is { } id ? cards.GetValueOrDefault(id) : null;
            others.Add((Somebody(one.Id, card?.Name ?? one.Name, one.Name), card is null ? Instead(one.NamedAs) : Instead(card.Kind)));
        }

        var reporter = report is not null && report.ReporterIdentity != identity ? report.ReporterName : null;
        var writers = lines.Where(line => line.By != identity).Select(line => line.ByName).Append(reporter).OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name)).Distinct();
        others.AddRange(writers.Select(name => (Somebody(Guid.CreateVersion7(incident.RaisedAt), name, name), Instead(PersonKind.Staff))));
        var mine = rows.Select(row => Somebody(row.Id, row.Name, row.Name)).Concat(named.Where(IsOwn).Select(one => Somebody(one.Id, one.Name, one.Name)));
        return Redaction.ForOnePerson(others, mine);
    }

    private static OnRecord Somebody(Guid key, string name, string asWritten) => new(1, key, name, asWritten, NamedAs.Unknown, Part.Other, false, "", false);

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
