using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Storage;

internal sealed class Retention(Store store, IEnumerable<IKeeper> keepers, FindRules rules, RunPurges purges, TimeProvider clock) : IRetention
{
    private DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    public Task<int> RunDueAsync(CancellationToken stop) => purges.RunAsync(stop);

    public async Task<KeptState> StateAsync(KeptRecord record, CancellationToken stop)
    {
        var rule = (await rules.OfAsync(record.Org, stop)).Single(one => one.Class.Key == record.Class);
        var longer = (await store.Set<KeptLonger>().AsNoTracking().Where(one => one.RecordId == record.Ref.Id).ToListAsync(stop)).MaxBy(one => one.At);
        var holds = await store.Set<Hold>().AsNoTracking().Where(one => one.RecordId == record.Ref.Id && one.LiftedAt == null).OrderBy(one => one.PlacedAt).ToListAsync(stop);
        var purge = await store.Set<Purge>().AsNoTracking().SingleOrDefaultAsync(one => one.RecordId == record.Ref.Id && one.StoppedAt == null, stop);
        var over = Later(rule.EndOf(record), longer?.Until);
        return new KeptState(
            rule.InWords, rule.IsConfirmed, over, over <= Today, longer is null ? null : new(longer.Until, longer.Reason, longer.ByName),
            [.. holds.Select(one => new HoldCard(one.Id, one.Kind, one.Reason, one.PlacedByName, one.PlacedAt))], purge is null ? null : Card(purge), rule.Default.Asks);
    }

    public Task<Outcome> KeepUntilAsync(KeptRecord record, DateOnly until, Deed deed, CancellationToken stop) => OnRecordAsync(record, async () =>
    {
        if (record.ClosedOn is null) return Refusals.StillOpen;
        if (until <= Today || until > Today.AddYears(KeptLonger.MostYears)) return Refusals.KeepUntilLater;
        store.Add(KeptLonger.Keep(record.Ref, until, deed.Why ?? "", deed));
        return await store.CommitAsync(deed, [new RecordKeptLonger(record.Ref, until), .. await StopWaitingAsync(record, deed, stop)], stop);
    }, stop);

    public Task<Outcome> PlaceHoldAsync(KeptRecord record, HoldKind kind, Deed deed, CancellationToken stop) => OnRecordAsync(record, async () =>
    {
        var why = deed.Why ?? "";
        // The second of two clicks.
        if (await store.Set<Hold>().AnyAsync(one => one.RecordId == record.Ref.Id && one.LiftedAt == null && one.Kind == kind && one.Reason == why && one.PlacedByName == deed.ByName, stop)) return Outcome.Done;
        var hold = Hold.Place(record.Ref, kind, why, deed);
        store.Add(hold);
        // Stopping it changes its row, so that an erasure at this very moment and the hold cannot both be done.
        return await store.CommitAsync(deed, [new HoldPlaced(record.Ref, hold.Id, kind.ToString()), .. await StopWaitingAsync(record, deed, stop)], stop);
    }, stop);

    public async Task<Outcome> LiftHoldAsync(KeptRecord record, Guid hold, Deed deed, CancellationToken stop)
    {
        if (await store.Set<Hold>().SingleOrDefaultAsync(one => one.Id == hold && one.RecordId == record.Ref.Id, stop) is not { } placed) return Refusal.NotFound;
        var outcome = placed.Lift(deed);
        return outcome.IsDone ? await store.CommitAsync(deed, new HoldLifted(record.Ref, hold, placed.Kind.ToString()), stop) : outcome;
    }

    public Task<Outcome> ProposePurgeAsync(KeptRecord record, Deed deed, CancellationToken stop) => OnRecordAsync(record, async () =>
    {
        var state = await StateAsync(record, stop);
        if (state.OverOn is null) return Refusals.StillOpen;
        if (!state.IsOver) return Refusals.NotOverYet;
        if (state.Holds.Count > 0) return Refusals.IsHeld;
        if (state.Purge is not null) return Refusals.ProposedAlready;
        store.Add(Purge.Propose(record.Ref, record.Class, state.Rule, deed));
        return await store.CommitAsync(deed, new PurgeProposed(record.Ref, state.Rule), stop);
    }, stop);

    public Task<Outcome> ConfirmPurgeAsync(KeptRecord record, Deed deed, CancellationToken stop) => OnRecordAsync(record, async () =>
    {
        if (await WaitingAsync(record, stop) is not { } purge) return Refusals.NothingProposed;
        if ((await StateAsync(record, stop)).Holds.Count > 0) return Refusals.IsHeld;
        var outcome = purge.Confirm(deed);
        return outcome.IsDone ? await store.CommitAsync(deed, new PurgeConfirmed(record.Ref), stop) : outcome;
    }, stop);

    public async Task<Outcome> StopPurgeAsync(KeptRecord record, Deed deed, CancellationToken stop)
    {
        var news = await StopWaitingAsync(record, deed, stop);
        return news.Count == 0 ? Refusals.NothingProposed : await store.CommitAsync(deed, news, stop);
    }

    public static PurgeCard Card(Purge purge) =>
        new(purge.Reference, purge.ProposedBy, purge.ProposedByName, purge.ProposedAt, purge.ConfirmedByName, Purge.Week - purge.DaysWaited);

    public static DateOnly? Later(DateOnly? end, DateOnly? until) => end is { } over && until > over ? until : end;

    // Whoever reads the record here may have it erased under them: a hold on what is gone would keep a reason and no record.
    private async Task<Outcome> OnRecordAsync(KeptRecord record, Func<Task<Outcome>> act, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        return await keepers.Single(one => one.Kind == record.Ref.Kind).HoldAsync(record.Ref, stop) ? await act() : Refusal.NotFound;
    }

    private Task<Purge?> WaitingAsync(KeptRecord record, CancellationToken stop) =>
        store.Set<Purge>().SingleOrDefaultAsync(one => one.RecordId == record.Ref.Id && one.StoppedAt == null, stop);

    private async Task<IReadOnlyList<IHappened>> StopWaitingAsync(KeptRecord record, Deed deed, CancellationToken stop) =>
        await WaitingAsync(record, stop) is { } purge && purge.Stop(deed).IsDone ? [new PurgeStopped(record.Ref)] : [];
}
