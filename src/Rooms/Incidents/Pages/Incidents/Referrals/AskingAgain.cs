using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

/// <summary>When a school asks an agency again, unless somebody chooses another day.</summary>
internal static class AskingAgain
{
    // Social care decides about a referral within one working day (Working Together); the LADO answers in the same time.
    private const int UsualWorkingDays = 1;

    public static async Task<DateOnly> AskAgainAsync(this IWorkingTime workingTime, Guid school, DateTimeOffset now, CancellationToken stop) =>
        UkTime.DateOf((await workingTime.ForAsync(school, stop)).AfterWorkingDays(now, UsualWorkingDays));
}
