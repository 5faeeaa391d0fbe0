using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Model.Runs;
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
        [Refusals.ReferralOutcomeMissing.Code] = "#agencies",
        [Refusals.ActionsOpen.Code] = "#actions",
        [SanctionRefusals.IntentOpen.Code] = "form",
        [SanctionRefusals.Accident.Code] = "form",
        [SanctionRefusals.MustNotPunish.Code] = "respond",
        [SanctionRefusals.SupportOpen.Code] = "support",
    };

    /// <summary>Answers, actions and tasks are settled where they are listed: on the record's own page. What a plan asks for, on its own.</summary>
    public static string Of(RandomReference reference, Refusal refusal) => refusal switch
    {
        OpenInPlan { Item: { } item } open => Links.PlanItem(reference, open.Run, item),
        OpenInPlan open => Links.Run(reference, open.Run),
        _ => Pages.GetValueOrDefault(refusal.Code) switch
        {
            null => Links.Incident(reference),
            ['#', ..] and var part => Links.Incident(reference) + part,
            var page => Links.Incident(reference, page),
        },
    };
}
