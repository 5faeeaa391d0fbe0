using System.Text.Json;
using System.Text.Json.Nodes;
using Lifeguard.Incidents.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>Draws the chronology of one record from its journal: every change, no readings.</summary>
internal sealed class FindChronology(Store store, Sentences sentences)
{
    /// <summary>All lines, oldest first by when they happened. A corrected note stands once, with what it replaced.</summary>
    public async Task<IReadOnlyList<ChronologyLine>> OfAsync(Guid incidentId, RecordKind kind, CancellationToken stop)
    {
        var acts = sentences.Acts;
        var rows = await store.Set<JournalRow>().AsNoTracking()
            .Where(row => row.RecordKind == Incident.Kind && row.RecordId == incidentId && acts.Contains(row.Act))
            .OrderBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Act, row.At, row.Payload }).ToListAsync(stop);

        var lines = new List<ChronologyLine>();
        var corrected = new Dictionary<Guid, ChronologyLine>();
        foreach (var row in rows)
        {
            var (line, told) = Read(row.Id, row.Act, row.At, row.Payload, kind);
            if (told?.CorrectsId is { } before && corrected.Remove(before, out var original))
            {
                lines.Remove(original);
                line = line with { Originals = [original with { Originals = [] }, .. original.Originals] };
            }

            lines.Add(line);
            if (line.EntryId is { } entry) corrected[entry] = line;
        }

        return [.. lines.OrderBy(line => line.HappenedAt).ThenBy(line => line.EnteredAt).ThenBy(line => line.JournalId)];
    }

    private (ChronologyLine Line, Told? Told) Read(Guid id, string act, DateTimeOffset at, string? payload, RecordKind kind)
    {
        if (payload is null)
            return (new ChronologyLine { JournalId = id, Act = act, HappenedAt = at, EnteredAt = at, Says = "The words of this entry were erased." }, null);

        var told = sentences.Of(act, payload);
        var news = JsonNode.Parse(payload)!.AsObject();
        var why = (string?)news["Why"];
        IEnumerable<(string, string?)> facts = why is null ? told.Facts : told.Facts.Append(("Reason", why));
        // Who laid the child's welfare before the team, or let something cross, belongs to the other record.
        var unnamed = told.Unnamed && kind == RecordKind.Welfare;
        return (new ChronologyLine
        {
            JournalId = id,
            Act = act,
            HappenedAt = told.HappenedAt ?? at,
            EnteredAt = at,
            ByName = unnamed ? null : (string?)news["ByName"],
            Says = told.Says,
            Text = told.Text,
            Address = told.Address,
            Facts = [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Item2)).Select(fact => (fact.Item1, fact.Item2!))],
            EntryId = told.EntryId,
        }, told);
    }
}
