using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage.Keeping;

/// <summary>
/// Answers for how long one sort of thing of this room stays, and takes one out. Whoever keeps the register of the school decides about
/// what they meet there; what is tied to a record ends with that record and is no business of this.
/// </summary>
internal abstract class KeepThings<T>(Store store, IPeople people) : IKeeper
    where T : class
{
    private const string WhoDecides = "the safeguarding team or the head";

    public abstract string Kind { get; }

    /// <summary>Key of its class in what this room keeps.</summary>
    protected abstract string Class { get; }

    /// <summary>What one is called in the house.</summary>
    protected abstract string Noun { get; }

    protected Store Store => store;

    public async Task<IReadOnlyList<KeptRecord>> EndedAsync(Viewer viewer, IReadOnlyCollection<Guid> places, KeptSearch search, CancellationToken stop)
    {
        var me = viewer.IdentityId;
        var own = (await EndedAsync(await MetAsync(viewer, stop), search, stop)).Where(one => CustodyReach.ReadsRegister(viewer, one.Org)).ToList();
        // Whoever watches is shown nothing that they are kept from.
        var watched = places.Count == 0 ? [] : (await EndedAsync(store.Set<T>(), search, stop)).Where(one => places.Contains(one.Org) && !one.Barred.Contains(me));
        return await RecordsAsync([.. own.Concat(watched).DistinctBy(one => one.Id)], own.Select(one => one.Id).ToHashSet(), stop);
    }

    public async Task<KeptRecord?> FindAsync(RecordRef record, CancellationToken stop) =>
        await Things(store.Set<T>().AsNoTracking()).SingleOrDefaultAsync(one => one.Id == record.Id, stop) is { } thing
            ? (await RecordsAsync([thing], [], stop))[0] with { KeptFrom = thing.Barred } : null;

    public async Task<bool> HoldAsync(RecordRef record, CancellationToken stop)
    {
        await LockAsync(record.Id, alone: false, stop);
        return await Things(store.Set<T>()).AnyAsync(one => one.Id == record.Id, stop);
    }

    public async Task<IReadOnlyList<RecordRef>?> EraseAsync(RecordRef record, CancellationToken stop)
    {
        await LockAsync(record.Id, alone: true, stop);
        if (await Things(store.Set<T>().AsNoTracking()).SingleOrDefaultAsync(one => one.Id == record.Id, stop) is not { EndedAt: not null }) return null;
        await DeleteAsync(record.Id, stop);
        return [];
    }

    // The safeguarding team and the head are desks of the records about children, and are asked there for all that they hold.
    public Task<IReadOnlyList<DeskToAsk>> DesksAsync(Guid org, CancellationToken stop) => Task.FromResult<IReadOnlyList<DeskToAsk>>([]);

    /// <summary>Those that this viewer meets at all.</summary>
    protected abstract Task<IQueryable<T>> MetAsync(Viewer viewer, CancellationToken stop);

    /// <summary>Of these, what is tied to no record.</summary>
    protected abstract IQueryable<KeptThing> Things(IQueryable<T> from);

    protected abstract Task DeleteAsync(Guid id, CancellationToken stop);

    // Until the caller's work ends: against erasing, or against any change.
    private Task<int> LockAsync(Guid id, bool alone, CancellationToken stop)
    {
        var sql = $"select 1 from {store.Model.FindEntityType(typeof(T))!.GetTableName()} where id = {{0}} for {(alone ? "update" : "share")}";
        return store.Database.ExecuteSqlRawAsync(sql, [id], stop);
    }

    // Things of a school are counted in hundreds; whose period is over by a birthday is told from those that have ended.
    private async Task<IReadOnlyList<KeptThing>> EndedAsync(IQueryable<T> from, KeptSearch search, CancellationToken stop)
    {
        var (before, byAge, also) = (UkTime.Midnight(search.Before[Class].Raised), search.Before[Class].Born is not null, search.Also);
        return await Things(from.AsNoTracking()).Where(one => one.EndedAt != null && (byAge || one.BegunAt < before || also.Contains(one.Id))).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<KeptRecord>> RecordsAsync(IReadOnlyList<KeptThing> things, HashSet<Guid> decides, CancellationToken stop)
    {
        if (things.Count == 0) return [];
        var rows = await people.RowsOfAsync([.. things.Select(one => one.Owner).OfType<Guid>().Distinct()], stop);
        var births = await people.BirthdaysAsync([.. rows.Select(row => row.Id)], stop);
        var born = rows.Where(row => births.ContainsKey(row.Id)).GroupBy(row => row.IdentityId).ToDictionary(own => own.Key, own => own.Max(row => births[row.Id]));
        return
        [
            .. things.Select(one => new KeptRecord(new RecordRef(Kind, one.Id), one.Org, Class, $"{Noun} {one.Reference.Short}", WhoDecides)
            {
                RaisedOn = UkTime.DateOf(one.BegunAt),
                ClosedOn = one.EndedOn,
                YoungestBornOn = one.Owner is { } owner && born.TryGetValue(owner, out var day) ? day : null,
                DecideAt = decides.Contains(one.Id) ? KeptRecord.PageOf(one.Id) : null,
            }),
        ];
    }
}
