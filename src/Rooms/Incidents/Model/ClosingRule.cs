using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Model;

/// <summary>
/// What has to stand in a record before it may be closed. Three reasons end a concern before anybody has made an incident of it:
/// a false alarm, the same matter twice, a matter for the school's other record. They ask for the reason in words and for what was
/// set going to be ended, not for the form of an incident that never was. Where a child may have been in danger, sexual imagery was
/// thought of or an adult was named, even they need the recorded decision about a referral: that is what must never be skipped.
/// </summary>
internal static class ClosingRule
{
    public static bool EndsBeforeAnIncident(string reason) => reason is KnownKeys.NotAConcern or KnownKeys.RecordedElsewhere or KnownKeys.PassedOn;

    public static IReadOnlyList<Refusal> Missing(Incident incident, Closure closure, OpenMatters open) =>
        EndsBeforeAnIncident(closure.Reason) ? [.. MissingShort(incident, closure, open)] : [.. MissingInFull(incident, closure, open)];

    private static IEnumerable<Refusal> MissingShort(Incident incident, Closure closure, OpenMatters open)
    {
        if (open.AuthorityNotTold) yield return Refusals.AuthorityNotTold;
        if (open.ReferralUndecided && MustDecideReferral(incident)) yield return Refusals.ReferralDecisionMissing;
        if (open.Held) yield return Refusals.ThingsHeld;
        if (open.ReferralWithoutOutcome) yield return Refusals.ReferralOutcomeMissing;
        if (open.Actions) yield return Refusals.ActionsOpen;
        if (open.TechnicalTasks) yield return Refusals.TechnicalTasksOpen;
        foreach (var refusal in open.Plan) yield return refusal;
        if (closure.Reason == KnownKeys.PassedOn && incident.CopiedTo is null) yield return Refusals.NotCopied;
        if (string.IsNullOrWhiteSpace(closure.Outcome)) yield return Refusals.OutcomeMissing;
    }

    private static IEnumerable<Refusal> MissingInFull(Incident incident, Closure closure, OpenMatters open)
    {
        if (incident.IsConcern) yield return Refusals.NotTakenOn;
        // The story of a welfare record stands on the allegation, which its readers may not know of: they cannot fill in a form about it.
        if (incident.RecordKind != RecordKind.Welfare)
        {
            if (!incident.Form.IsComplete) yield return Refusals.FormNotComplete;
            else if (incident.Form.AnybodyNeedsPolice == NeedsPolice.Unsure) yield return Refusals.PoliceUndecided;
            if (incident.Types.Count == 0 || incident.RiskCells.Count == 0) yield return Refusals.NotClassified;
        }

        foreach (var refusal in open.Refusals()) yield return refusal;
        if (incident.CopiedTo is null && !incident.StandsAlone) yield return Refusals.NotCopied;
        if (string.IsNullOrWhiteSpace(closure.Outcome)) yield return Refusals.OutcomeMissing;
        if (string.IsNullOrWhiteSpace(closure.Lessons)) yield return Refusals.LessonsMissing;
    }

    private static bool MustDecideReferral(Incident incident) =>
        incident.Urgent || incident.Imagery || incident.RecordKind == RecordKind.Allegation;
}
