using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Duties.Storage;

/// <summary>Passes on what nobody has done in time, one duty and one transaction at a time.</summary>
internal sealed partial class PassOnDuties(Store store, OrganisationScope scope, IWorkingTime workingTime, TimeProvider clock, ILogger<PassOnDuties> log)
{
    // A reaction that fails must not keep the duties behind it waiting: it is left out for this run and tried again in the next.
    private readonly List<Guid> _leftOut = [];

    public async Task<int> RunAsync(CancellationToken stop)
    {
        scope.OpenTo("duties");
        var taken = 0;
        while (await NextAsync(stop) is { } step)
        {
            if (step == Step.Taken) taken++;
        }

        _leftOut.Clear();
        return taken;
    }

    private async Task<Step?> NextAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        store.ChangeTracker.Clear();
        await using var work = await store.BeginAsync(stop);
        if (await ClaimAsync(now, stop) is not { } id) return null;

        try
        {
            return await TakeAsync(id, now, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _leftOut.Add(id);
            NotPassedOn(log, id, fault.GetType().Name);
            return Step.LeftOut;
        }
    }

    private async Task<Step> TakeAsync(Guid id, DateTimeOffset now, CancellationToken stop)
    {
        var duty = await store.Set<Duty>().Include(one => one.Holdings).SingleAsync(one => one.Id == id, stop);
        var calendar = await workingTime.ForAsync(duty.Org, stop);

        // A bank holiday appointed since may have moved the step away again.
        IHappened? news = duty.Clock != ChainClock.Always ? duty.Move(calendar) : null;
        var overdue = duty.TakeStep(now, calendar);
        IHappened[] happened = [.. new[] { news, overdue }.OfType<IHappened>()];
        if (happened.Length == 0) throw new InvalidOperationException("The duty was due and is not.");

        var outcome = await store.CommitAsync(Deed.OfSystem(duty.Org, "Escalation", now), happened, stop);
        if (!outcome.IsDone) _leftOut.Add(id);
        return outcome.IsDone && overdue is not null ? Step.Taken : Step.LeftOut;
    }

    // Rows that another copy of the site holds are skipped, so that no step is taken twice.
    private async Task<Guid?> ClaimAsync(DateTimeOffset now, CancellationToken stop)
    {
        var leftOut = _leftOut.ToArray();
        var ids = await store.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from duty where next_step_at <= {now} and settled_at is null and id <> all ({leftOut})
            order by next_step_at, id limit 1 for update skip locked
            """).ToListAsync(stop);
        return ids.Count == 0 ? null : ids[0];
    }

    private enum Step
    {
        Taken,
        LeftOut,
    }

    [LoggerMessage(1401, LogLevel.Error, "Duty {Duty} could not be passed on ({Fault}); it is tried again in the next run")]
    private static partial void NotPassedOn(ILogger logger, Guid duty, string fault);
}
