using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.DataProtection.Storage;

/// <summary>
/// Looks at every confirmed purge: counts its days, stops it when the record is held, open again or not due any more, and erases the record
/// when the week has been lived through. Each in a transaction of its own, so that several copies of the site may run it.
/// </summary>
internal sealed class RunPurges(IServiceScopeFactory scopes)
{
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var erased = 0;
        List<Exception> faults = [];
        foreach (var id in await InAsync(inside => inside.GetRequiredService<Store>().Set<Purge>().Where(one => one.ConfirmedAt != null && one.StoppedAt == null).Select(one => one.Id).ToListAsync(stop)))
        {
            try
            {
                if (await InAsync(inside => ActivatorUtilities.CreateInstance<OnePurge>(inside).RunAsync(id, stop))) erased++;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One that fails keeps none of the others waiting; the job says so afterwards.
                faults.Add(fault);
            }
        }

        return faults.Count == 0 ? erased : throw new AggregateException(faults);
    }

    private async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("purge");
        return await work(scope.ServiceProvider);
    }
}

/// <summary>One purge, looked at once.</summary>
internal sealed class OnePurge(Store store, IEnumerable<IKeeper> keepers, FindRules rules, IDuties duties, TimeProvider clock)
{
    private const string Clock = "Retention";

    /// <returns>Whether the record was erased.</returns>
    public async Task<bool> RunAsync(Guid id, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        var purge = await store.Set<Purge>().FromSql($"select *, xmin from purge where id = {id} and stopped_at is null for update skip locked").SingleOrDefaultAsync(stop);
        if (purge is null) return false;

        var now = clock.GetUtcNow();
        var keeper = keepers.Single(one => one.Kind == purge.RecordKind);
        if (await NotAnyMoreAsync(purge, keeper, UkTime.DateOf(now), stop) is { } why) return await StopAsync(purge, Deed.OfSystem(purge.Org, Clock, now) with { Why = why }, stop);
        if (purge.IsRipe) return await EraseAsync(purge, keeper, Deed.OfSystem(purge.Org, Clock, now), stop);
        if (purge.CountDay(now)) await store.CommitAsync(Deed.OfSystem(purge.Org, Clock, now), new PurgeWaited(purge.Record, purge.DaysWaited), stop);
        return false;
    }

    // Asked again at the last moment, as a letter is: what was true when two people agreed may not be true now.
    private async Task<string?> NotAnyMoreAsync(Purge purge, IKeeper keeper, DateOnly today, CancellationToken stop)
    {
        if (purge.ConfirmedBy == purge.ProposedBy) return "The two who decided are one person";
        if (await keeper.FindAsync(purge.Record, stop) is not { ClosedOn: not null } record) return "The record is open";
        if (await store.Set<Hold>().AnyAsync(hold => hold.RecordId == purge.RecordId && hold.LiftedAt == null, stop)) return "The record is held";
        var rule = (await rules.OfAsync(record.Org, stop)).Single(one => one.Class.Key == record.Class);
        var longer = await store.Set<KeptLonger>().Where(one => one.RecordId == purge.RecordId).OrderByDescending(one => one.At).Select(one => (DateOnly?)one.Until).FirstOrDefaultAsync(stop);
        return Retention.Later(rule.EndOf(record), longer) <= today ? null : "Its period is not over by the rule that holds now";
    }

    private async Task<bool> StopAsync(Purge purge, Deed deed, CancellationToken stop)
    {
        purge.Stop(deed);
        await store.CommitAsync(deed, new PurgeStopped(purge.Record), stop);
        return false;
    }

    private async Task<bool> EraseAsync(Purge purge, IKeeper keeper, Deed deed, CancellationToken stop)
    {
        var keptFrom = (await keeper.FindAsync(purge.Record, stop))?.KeptFrom ?? [];
        if (await keeper.EraseAsync(purge.Record, stop) is not { } parts) return false;

        List<Guid> ids = [purge.RecordId, .. parts.Select(part => part.Id)];
        var partIds = parts.Select(part => part.Id).ToArray();
        await duties.ForgetAsync(ids, stop);
        await store.Set<OutboxLetter>().Where(letter => ids.Contains(letter.RecordId)).ExecuteDeleteAsync(stop);
        await store.Set<KeptLonger>().Where(one => one.RecordId == purge.RecordId).ExecuteDeleteAsync(stop);
        await store.Set<Hold>().Where(one => one.RecordId == purge.RecordId && one.LiftedAt != null).ExecuteDeleteAsync(stop);
        await store.Set<RequestEntry>().Where(one => one.RecordId == purge.RecordId).ExecuteDeleteAsync(stop);
        // Looked at a second time by the database itself, which alone may touch the journal.
        await store.Database.ExecuteSqlAsync($"select lg_erase({purge.Id}, {partIds})", stop);
        await store.Set<Purge>().Where(one => one.RecordId == purge.RecordId && one.Id != purge.Id).ExecuteDeleteAsync(stop);
        store.Remove(purge);
        store.Add(new Tombstone
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = purge.Org,
            Class = purge.Class,
            RecordKind = purge.RecordKind,
            RecordId = purge.RecordId,
            Rule = purge.Rule,
            ProposedBy = purge.ProposedBy,
            ProposedByName = purge.ProposedByName,
            ConfirmedBy = purge.ConfirmedBy!.Value,
            ConfirmedByName = purge.ConfirmedByName!,
            ErasedAt = deed.At,
            KeptFrom = [.. keptFrom],
        });
        return (await store.CommitAsync(deed, new RecordErased(purge.Record, purge.Class, purge.Rule, purge.ProposedByName, purge.ConfirmedByName!), stop)).IsDone;
    }
}
