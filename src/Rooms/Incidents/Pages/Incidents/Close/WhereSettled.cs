using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents.Close;

/// <summary>The page on which a reason against closing is settled.</summary>
internal static class WhereSettled
{
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        [Refusals.NotTakenOn.Code] = "take-on",
        [Refusals.ThingsHeld.Code] = "held",
        [Refusals.FormNotComplete.Code] = "form",
        [Refusals.PoliceUndecided.Code] = "form",
        [Refusals.NotClassified.Code] = "classify",
        [Refusals.AuthorityNotTold.Code] = "referrals/new",
        [Refusals.PoliceNotTold.Code] = "referrals/new",
        [Refusals.ReferralDecisionMissing.Code] = "referrals/new",
        [Refusals.ParentsNotDecided.Code] = "parents",
        [Refusals.SupportMissing.Code] = "support",
        [Refusals.NotCopied.Code] = "copied",
        ["intent-open"] = "form",
        ["accident"] = "form",
        ["must-not-punish"] = "respond",
        ["support-open"] = "support",
        ["welfare-open"] = "respond",
        ["questions-open"] = "respond",
        ["item-open"] = "respond",
    };

    /// <summary>Answers, actions and tasks are settled where they are listed: on the record's own page.</summary>
    public static string Of(RandomReference reference, Refusal refusal) =>
        Pages.TryGetValue(refusal.Code, out var page) ? Links.Incident(reference, page) : Links.Incident(reference);
}
