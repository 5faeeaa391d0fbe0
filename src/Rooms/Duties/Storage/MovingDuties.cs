using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

internal static class MovingDuties
{
    /// <summary>The open duties that count school time, counted anew; what that moved is news of the caller's commit.</summary>
    public static async Task<IReadOnlyList<IHappened>> MoveDutiesAsync(this Store store, Guid org, SchoolCalendar calendar, CancellationToken stop)
    {
        var open = await store.Set<Duty>().Where(duty => duty.Org == org && duty.NextStepAt != null && duty.Clock != ChainClock.Always).ToListAsync(stop);
        return [.. open.Select(duty => duty.Move(calendar)).OfType<IHappened>()];
    }
}
