using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>What a desk is asked to look through. The requests are the same for every desk; what each holds is found through its own viewer.</summary>
internal sealed class FindLookThrough(Store store, IEnumerable<IKeeper> keepers, IEnumerable<IPersonalEntries> rooms)
{
    /// <summary>Open requests for which a desk of this viewer has not finished; never one about themselves.</summary>
    public async Task<IReadOnlyList<LookThroughRow>> OfAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var open = await (from part in store.Set<RequestPart>().AsNoTracking()
                          join request in store.Set<PersonRequest>() on part.RequestId equals request.Id
                          where request.AnsweredOn == null && request.About != me
                          orderby request.DueOn, request.Id
                          select new { Part = part, Request = request }).ToListAsync(stop);
        Dictionary<Guid, HashSet<string>> mine = [];
        foreach (var org in open.Select(one => one.Request.Org).Distinct()) mine[org] = await DesksAsync(org, me, stop);
        return [.. open.Where(one => mine[one.Request.Org].Contains(one.Part.Desk)).GroupBy(one => one.Request.Id)
            .Select(parts => new LookThroughRow(parts.First().Request, [.. parts.Select(one => one.Part)]))];
    }

    public async Task<IReadOnlyList<EntryRow>> EntriesAsync(Viewer viewer, PersonRequest request, CancellationToken stop)
    {
        List<PersonalEntry> entries = [];
        foreach (var room in rooms) entries.AddRange(await room.AboutAsync(viewer, request.About, stop));
        return await WithDecisionsAsync(request, entries, stop);
    }

    /// <summary>Entries of records in which somebody of this name was written down by hand: offered, and nobody's until a person says so.</summary>
    public async Task<IReadOnlyList<EntryRow>> NamedAsync(Viewer viewer, PersonRequest request, string name, CancellationToken stop)
    {
        List<PersonalEntry> entries = [];
        foreach (var room in rooms) entries.AddRange(await room.NamedAsync(viewer, name, stop));
        return await WithDecisionsAsync(request, entries, stop);
    }

    private async Task<IReadOnlyList<EntryRow>> WithDecisionsAsync(PersonRequest request, IReadOnlyList<PersonalEntry> entries, CancellationToken stop)
    {
        var decided = await store.Set<RequestEntry>().AsNoTracking().Where(one => one.RequestId == request.Id).ToDictionaryAsync(one => one.EntryKey, stop);
        return [.. entries.Select(entry => new EntryRow(entry, decided.GetValueOrDefault(entry.Key)))];
    }

    private async Task<HashSet<string>> DesksAsync(Guid org, Guid me, CancellationToken stop)
    {
        HashSet<string> desks = [];
        foreach (var keeper in keepers) desks.UnionWith((await keeper.DesksAsync(org, stop)).Where(desk => desk.Identities.Contains(me)).Select(desk => desk.Key));
        return desks;
    }
}

internal sealed record LookThroughRow(PersonRequest Request, IReadOnlyList<RequestPart> Parts)
{
    public bool IsFinished => Parts.All(part => part.FinishedAt is not null);
}

internal sealed record EntryRow(PersonalEntry Entry, RequestEntry? Decided);
