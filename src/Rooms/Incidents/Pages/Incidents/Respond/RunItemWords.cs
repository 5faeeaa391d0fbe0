using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>By when something of a plan is done, as people read it.</summary>
internal static class RunItemWords
{
    /// <summary>The time alone where it is today: that is what somebody in the middle of it looks for.</summary>
    public static string Until(DateTimeOffset due, DateTimeOffset now) => UkTime.DateOf(due) == UkTime.DateOf(now) ? UkTime.TimeOfDay(due) : UkTime.InWords(due);

    /// <summary>Whether its time is over. "Now" has no minute at which somebody is late; after an hour it was forgotten.</summary>
    public static bool IsLate(RunItem item, DateTimeOffset now) => item.IsOpen && item.LateAt < now;

    public static string When(RunItem item) => item switch
    {
        { Kind: RunItemKind.Referral } => PlanWords.OfReferral(item.Within),
        { AfterAdvice: true } => PlanWords.Of(Telling.AfterAdvice),
        _ => PlanWords.Of(item.Within),
    };
}
