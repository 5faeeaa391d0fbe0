using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <summary>
/// Answers for how long a child's file stays, and takes one out. A file is open while the child is at the school, and while it is on its way
/// to the next one: nothing counts before that.
/// </summary>
internal sealed class KeepChildren(Store store, FilesInReach files, Team team, IPeople people, TimeProvider clock) : IKeeper
{
    private const string TheTeam = "the safeguarding team";

    public string Kind => ChildFile.Kind;

    public async Task<IReadOnlyList<KeptRecord>> EndedAsync(Viewer viewer, IReadOnlyCollection<Guid> places, KeptSearch search, CancellationToken stop)
    {
        var grown = search.Before[ChildrenKeeps.Files].Born is { } day ? await people.BornByAsync(day, stop) : [];
        var own = await EndedAsync(await files.ForAsync(viewer, stop), search, grown, stop);
        // Whoever watches is shown none of their own family, nor one that they are kept from.
        var watched = places.Count == 0 ? [] : await EndedAsync(await files.NotKeptFromAsync(viewer, stop), places, search, grown, stop);
        var decides = own.Select(one => one.Id).ToHashSet();
        return [.. (await RecordsAsync([.. own.Concat(watched).DistinctBy(one => one.Id)], decides, stop)).Where(one => one.ClosedOn is not null)];
    }

    public async Task<KeptRecord?> FindAsync(RecordRef record, CancellationToken stop) =>
        await store.Set<ChildFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is not { } file ? null
            : (await RecordsAsync([file], [], stop))[0] with { KeptFrom = await team.AwayAsync(file, stop) };

    public async Task<bool> HoldAsync(RecordRef record, CancellationToken stop)
    {
        await store.Database.ExecuteSqlAsync($"select 1 from child_file where id = {record.Id} for share", stop);
        return await store.Set<ChildFile>().AnyAsync(one => one.Id == record.Id, stop);
    }

    public async Task<IReadOnlyList<RecordRef>?> EraseAsync(RecordRef record, CancellationToken stop)
    {
        var id = record.Id;
        await store.Database.ExecuteSqlAsync($"select 1 from child_file where id = {id} for update", stop);
        if (await FindAsync(record, stop) is not { ClosedOn: not null }) return null;

        await store.Set<ChildFact>().Where(one => one.FileId == id).ExecuteDeleteAsync(stop);
        await store.Set<ChildEntry>().Where(one => one.FileId == id).ExecuteDeleteAsync(stop);
        await store.Set<KeptFrom>().Where(one => one.FileId == id).ExecuteDeleteAsync(stop);
        await store.Set<FileTransfer>().Where(one => one.FileId == id).ExecuteDeleteAsync(stop);
        await store.Set<ChildFile>().Where(one => one.Id == id).ExecuteDeleteAsync(stop);
        return [];
    }

    // The safeguarding team is a desk of the records about children, and is asked there for both.
    public Task<IReadOnlyList<DeskToAsk>> DesksAsync(Guid org, CancellationToken stop) => Task.FromResult<IReadOnlyList<DeskToAsk>>([]);

    private static Task<IReadOnlyList<ChildFile>> EndedAsync(IQueryable<ChildFile> from, IReadOnlyCollection<Guid> places, KeptSearch search, IReadOnlyCollection<Guid> grown, CancellationToken stop) =>
        EndedAsync(from.Where(file => places.Contains(file.Org)), search, grown, stop);

    private static async Task<IReadOnlyList<ChildFile>> EndedAsync(IQueryable<ChildFile> from, KeptSearch search, IReadOnlyCollection<Guid> grown, CancellationToken stop)
    {
        var (before, also) = (UkTime.Midnight(search.Before[ChildrenKeeps.Files].Raised), search.Also);
        return await from.AsNoTracking().Where(file => file.BegunAt < before || grown.Contains(file.PersonId) || also.Contains(file.Id)).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<KeptRecord>> RecordsAsync(IReadOnlyList<ChildFile> all, HashSet<Guid> decides, CancellationToken stop)
    {
        if (all.Count == 0) return [];
        var (ids, children) = (all.Select(file => file.Id).ToList(), all.Select(file => file.PersonId).Distinct().ToList());
        var left = await people.LeftOnAsync(children, UkTime.DateOf(clock.GetUtcNow()), stop);
        var births = await people.BirthdaysAsync(children, stop);
        var underWay = (await store.Set<FileTransfer>().Where(one => ids.Contains(one.FileId) && (one.State == TransferState.Open || one.State == TransferState.Made)).Select(one => one.FileId).ToListAsync(stop)).ToHashSet();
        return
        [
            .. all.Select(file => new KeptRecord(file.Ref, file.Org, ChildrenKeeps.Files, $"Child's file {file.Reference.Short}", TheTeam)
            {
                RaisedOn = UkTime.DateOf(file.BegunAt),
                ClosedOn = left.TryGetValue(file.PersonId, out var day) && !underWay.Contains(file.Id) ? day : null,
                YoungestBornOn = births.TryGetValue(file.PersonId, out var born) ? born : null,
                DecideAt = decides.Contains(file.Id) ? KeptRecord.PageOf(file.Id) : null,
            }),
        ];
    }
}
