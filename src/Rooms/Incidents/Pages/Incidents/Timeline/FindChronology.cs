using System.Text.Json.Nodes;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>Draws the chronology of one record from its journal: every change, no readings.</summary>
internal sealed class FindChronology(Store store, Sentences sentences)
{
    /// <summary>All lines, oldest first by when they happened. A corrected note stands once, with what it replaced.</summary>
    public async Task<IReadOnlyList<ChronologyLine>> OfAsync(Viewer viewer, Guid incidentId, CancellationToken stop)
    {
        var acts = sentences.Acts;
        var rows = await store.Set<JournalRow>().AsNoTracking()
            .Where(row => row.RecordKind == Incident.Kind && row.RecordId == incidentId && acts.Contains(row.Act))
            .OrderBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Act, row.At, row.ByIdentity, row.Payload }).ToListAsync(stop);

        var read = rows.Select(row => Read(row.Id, row.Act, row.At, row.ByIdentity, row.Payload)).ToList();
        var others = read.Select(one => one.Told?.OtherRecord).OfType<Guid>().Distinct().ToList();
        if (others.Count > 0)
        {
            // That another record exists is told to those alone who may know of it.
            var known = await store.IncidentsFor(viewer).Where(one => others.Contains(one.Id)).Select(one => one.Id).ToListAsync(stop);
            read.RemoveAll(one => one.Told?.OtherRecord is { } other && !known.Contains(other));
        }

        // The first of a key stands: whatever the journal holds, the page of a child's record opens.
        var notes = read.Where(one => one.Line.EntryId is not null).GroupBy(one => one.Line.EntryId!.Value).ToDictionary(same => same.Key, same => same.First());
        var corrected = read.Select(one => one.Told?.CorrectsId).OfType<Guid>().ToHashSet();
        return [.. read.Where(one => one.Line.EntryId is not { } entry || !corrected.Contains(entry))
            .Select(one => one.Line with { Originals = Originals(one.Told, notes) })
            .OrderBy(line => line.HappenedAt).ThenBy(line => line.EnteredAt).ThenBy(line => Rank(line.Act)).ThenBy(line => line.JournalId)];
    }

    // What stood there before, newest first. By key and not by time, because two entries may share an instant.
    private static List<ChronologyLine> Originals(Told? told, Dictionary<Guid, (ChronologyLine Line, Told? Told)> notes)
    {
        var before = new List<ChronologyLine>();
        for (var at = told?.CorrectsId; at is { } entry && notes.TryGetValue(entry, out var original) && before.Count < notes.Count; at = original.Told?.CorrectsId)
            before.Add(original.Line);
        return before;
    }

    // What commits in one moment is read in the order in which it makes sense.
    private static int Rank(string act) => act switch
    {
        nameof(ConcernRaised) or nameof(WelfareRaised) => 0,
        nameof(RunBegun) => 1,
        nameof(AudienceDecided) => 3,
        _ => 2,
    };

    private (ChronologyLine Line, Told? Told) Read(Guid id, string act, DateTimeOffset at, Guid? by, string? payload)
    {
        if (payload is null)
            return (new ChronologyLine { JournalId = id, Act = act, HappenedAt = at, EnteredAt = at, Says = "The words of this entry were erased." }, null);

        var told = sentences.Of(act, payload);
        var news = JsonNode.Parse(payload)!.AsObject();
        var why = (string?)news["Why"];
        IEnumerable<(string, string?)> facts = why is null ? told.Facts : told.Facts.Append(("Reason", why));
        return (new ChronologyLine
        {
            JournalId = id,
            Act = act,
            HappenedAt = told.HappenedAt ?? at,
            EnteredAt = at,
            By = by,
            ByName = told.Unnamed ? null : (string?)news["ByName"],
            Says = told.Says,
            Text = told.Text,
            Address = told.Address,
            Facts = [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Item2)).Select(fact => (fact.Item1, fact.Item2!))],
            EntryId = told.EntryId,
        }, told);
    }
}
