using Lifeguard.Kernel;

namespace Lifeguard.Duties.Contracts;

/// <summary>The school's year as the school entered it.</summary>
public interface ITermDates
{
    /// <summary>What was entered, in order; empty while a usual year is assumed.</summary>
    Task<IReadOnlyList<TermPeriod>> ListAsync(Guid organisation, CancellationToken stop);

    /// <summary>The last day that each of these entered; one that entered nothing is missing.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> LastDaysAsync(IReadOnlyCollection<Guid> organisations, CancellationToken stop);

    /// <summary>
    /// Replaces everything that was entered for the deed's organisation, moves the open duties that count school time, and commits.
    /// Refused when a period ends before it begins or two open ones overlap.
    /// </summary>
    Task<Outcome> ReplaceAsync(IReadOnlyList<TermPeriod> periods, Deed deed, CancellationToken stop);
}
