using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>What a desk is asked to look through. The requests are the same for every desk; what each holds is found through its own viewer.</summary>
internal sealed class FindLookThrough(Store store, IEnumerable<IKeeper> keepers, IEnumerable<IPersonalEntries> rooms)
{
    /// <summary>Open requests that a desk of this viewer is asked to look through; never one about themselves.</summary>
    public async Task<IReadOnlyList<LookThroughRow>> OfAsync(Viewer viewer, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var open = await (from part in store.Set<RequestPart>().AsNoTracking()
                          join request in store.Set<PersonRequest>() on part.RequestId equals request.Id
                          where request.AnsweredOn == null && request.About != me
                          orderby request.DueOn, request.Id
                          select new { Part = part, Request = request, Looked = store.Set<RequestLook>().Where(look => look.PartId == part.Id).Select(look => look.Identity).ToList() }).ToListAsync(stop);
        Dictionary<Guid, IReadOnlyDictionary<string, IReadOnlyCollection<Guid>>> desks = [];
        foreach (var org in open.Select(one => one.Request.Org).Distinct()) desks[org] = await DesksAsync(org, stop);
        return [.. open.Select(one => (one.Request, Part: new PartRow(one.Part, me, desks[one.Request.Org].GetValueOrDefault(one.Part.Desk, []), one.Looked)))
            .Where(one => one.Part.IsMine).GroupBy(one => one.Request.Id)
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

    private async Task<IReadOnlyDictionary<string, IReadOnlyCollection<Guid>>> DesksAsync(Guid org, CancellationToken stop)
    {
        List<DeskToAsk> desks = [];
        foreach (var keeper in keepers) desks.AddRange(await keeper.DesksAsync(org, stop));
        return desks.GroupBy(desk => desk.Key).ToDictionary(same => same.Key, same => (IReadOnlyCollection<Guid>)same.SelectMany(desk => desk.Identities).ToHashSet());
    }
}

internal sealed record LookThroughRow(PersonRequest Request, IReadOnlyList<PartRow> Parts)
{
    /// <summary>As far as this viewer can do anything.</summary>
    public bool IsFinished => Parts.All(part => part.IsFinished);
}

/// <summary>One desk's part of a request, as somebody who sits there meets it.</summary>
/// <param name="Desk">Who sits there today.</param>
/// <param name="Looked">Who has gone through it already.</param>
internal sealed record PartRow(RequestPart Part, Guid Viewer, IReadOnlyCollection<Guid> Desk, IReadOnlyCollection<Guid> Looked)
{
    public bool IsMine => Desk.Contains(Viewer);

    /// <summary>Or nobody else is left to look: then whoever has looked is asked once more.</summary>
    public bool IsFinished => Part.FinishedAt is not null || (Looked.Contains(Viewer) && Desk.Except(Looked).Any());
}

internal sealed record EntryRow(PersonalEntry Entry, RequestEntry? Decided);
