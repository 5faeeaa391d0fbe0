using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Search;

/// <summary>A few words around what was found, from records on this page that the viewer may read.</summary>
internal sealed class FindSnippets(Store store)
{
    // Letters for private use stand around each hit, so that no markup is ever made from somebody's words.
    private const char Begins = '\uE000';
    private const char Ends = '\uE001';
    private const string Cut = "StartSel=\uE000, StopSel=\uE001, MaxWords=18, MinWords=8, MaxFragments=1";

    public async Task<IReadOnlyDictionary<Guid, Snippet>> RunAsync(Viewer viewer, Wanted wanted, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var mine = store.IncidentsFor(viewer).Where(one => ids.Contains(one.Id)).Select(one => one.Id);
        var found = new Dictionary<Guid, Snippet>();
        var reports = await store.Set<Report>().AsNoTracking()
            .Where(one => mine.Contains(one.IncidentId) && one.Search.Matches(EF.Functions.WebSearchToTsQuery("english", wanted.Words)))
            .Select(one => new
            {
                one.IncidentId,
                Words = EF.Functions.WebSearchToTsQuery("english", wanted.Words).GetResultHeadline(
                "english", one.WhatHappened + " " + (one.ChildsWords ?? "") + " " + (one.WhereAndWhen ?? "") + " " + (one.DoneAlready ?? ""), Cut)
            })
            .ToListAsync(stop);
        foreach (var report in reports) found[report.IncidentId] = Of("In the report", report.Words);

        var entries = await store.Set<Entry>().AsNoTracking()
            .Where(one => mine.Contains(one.IncidentId) && one.Search.Matches(EF.Functions.WebSearchToTsQuery("english", wanted.Words)))
            .OrderByDescending(one => one.EnteredAt).Take(100)
            .Select(one => new { one.IncidentId, Words = EF.Functions.WebSearchToTsQuery("english", wanted.Words).GetResultHeadline("english", one.Text, Cut) })
            .ToListAsync(stop);
        foreach (var entry in entries) found.TryAdd(entry.IncidentId, Of("In a note", entry.Words));
        return found;
    }

    internal static Snippet Of(string where, string marked)
    {
        List<SnippetPart> parts = [];
        foreach (var piece in marked.Split(Begins))
        {
            var end = piece.IndexOf(Ends, StringComparison.Ordinal);
            if (end >= 0) parts.Add(new SnippetPart(piece[..end], true));
            if (piece.Length > end + 1) parts.Add(new SnippetPart(piece[(end + 1)..], false));
        }

        return new Snippet(where, parts);
    }
}
