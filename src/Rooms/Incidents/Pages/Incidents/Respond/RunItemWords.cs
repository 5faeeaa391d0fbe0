using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>By when something of a plan is done, as people read it.</summary>
internal static class RunItemWords
{
    public static string When(RunItem item) => item switch
    {
        { Kind: RunItemKind.Referral } => PlanWords.OfReferral(item.Within),
        { AfterAdvice: true } => PlanWords.Of(Telling.AfterAdvice),
        _ => PlanWords.Of(item.Within),
    };
}
