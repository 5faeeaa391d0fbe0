using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>
/// Somebody who may read an entry says whether it is given, in which words, or why not. That nothing more was told stands in the journal
/// row of the request; the row says neither of which record nor how it was decided, because whoever works on the request may not know of it.
/// </summary>
internal sealed class DecideEntry(Store store, IPeople people, TimeProvider clock)
{
    public async Task<Outcome> ShareAsync(Viewer viewer, PersonRequest request, PersonalEntry entry, string text, bool looked, CancellationToken stop)
    {
        var check = new NameCheck(await people.NamesAsync(request.Org, stop), request.About);
        if (check.Whole(text) is { Count: > 0 } names) return Refusals.NameStays(names);
        if (!looked && check.Perhaps(text) is { Count: > 0 } words) return Refusals.MayBeAName(words);
        return await DecideAsync(viewer, request, [entry], (row, _, deed) => row.Share(text, deed), stop);
    }

    /// <summary>All of these as they are proposed. A whole name in any of them stops all, and says where; the others wait for no second look.</summary>
    public async Task<Outcome> ShareRestAsync(Viewer viewer, PersonRequest request, IReadOnlyList<PersonalEntry> entries, CancellationToken stop)
    {
        var check = new NameCheck(await people.NamesAsync(request.Org, stop), request.About);
        if (entries.SelectMany(entry => check.Whole(entry.Proposed)).Distinct().ToList() is { Count: > 0 } names) return Refusals.NameStays(names);
        return await DecideAsync(viewer, request, entries, (row, entry, deed) => row.Share(entry.Proposed, deed), stop);
    }

    public Task<Outcome> WithholdRestAsync(Viewer viewer, PersonRequest request, IReadOnlyList<PersonalEntry> entries, string ground, CancellationToken stop) =>
        DecideAsync(viewer, request, entries, (row, _, deed) => row.Withhold(ground, deed), stop);

    public Task<Outcome> WithholdAsync(Viewer viewer, PersonRequest request, PersonalEntry entry, string ground, CancellationToken stop) =>
        DecideAsync(viewer, request, [entry], (row, _, deed) => row.Withhold(ground, deed), stop);

    private async Task<Outcome> DecideAsync(Viewer viewer, PersonRequest request, IReadOnlyList<PersonalEntry> entries, Action<RequestEntry, PersonalEntry, Deed> decide, CancellationToken stop)
    {
        if (entries.Count == 0) return Outcome.Done;
        var deed = viewer.Deed(request.Org, clock.GetUtcNow());
        var keys = entries.Select(entry => entry.Key).ToList();
        var rows = await store.Set<RequestEntry>().Where(one => one.RequestId == request.Id && keys.Contains(one.EntryKey)).ToDictionaryAsync(one => one.EntryKey, stop);
        foreach (var entry in entries)
        {
            if (!rows.TryGetValue(entry.Key, out var row)) store.Add(row = New(request, entry, deed));
            decide(row, entry, deed);
        }

        return await store.CommitAsync(deed, new RequestMoved(request.Ref, "entry decided"), stop);
    }

    private static RequestEntry New(PersonRequest request, PersonalEntry entry, Deed deed) => new()
    {
        Id = Guid.CreateVersion7(deed.At),
        Org = request.Org,
        RequestId = request.Id,
        RecordKind = entry.Record.Kind,
        RecordId = entry.Record.Id,
        EntryKey = entry.Key,
        At = entry.At,
        Heading = entry.Heading,
    };
}
