namespace Lifeguard.Reference.Contracts;

/// <summary>
/// The few keys that rules in other rooms depend on. The start fails if a data file loses one of them,
/// so that an edit of words can never take a rule away in silence.
/// </summary>
public static class KnownKeys
{
    public const string Harmed = "harmed";
    public const string SaidToHaveDoneIt = "said-to-have-done-it";
    public const string SawIt = "saw-it";
    public const string ToldUs = "told-us";

    public const string OtherType = "other";
    public const string Deliberate = "deliberate";
    public const string NoReferral = "no-referral";
    public const string KeepDevice = "keep-device";

    /// <summary>Closing reasons that end a concern before it has become an incident.</summary>
    public const string NotAConcern = "not-what-it-seemed";
    public const string RecordedElsewhere = "recorded-elsewhere";
    public const string PassedOn = "passed-on";

    /// <summary>What other rooms ask of a child's file by name.</summary>
    public const string LookedAfter = "looked-after";
    public const string ProtectionPlan = "child-protection-plan";
    public const string InNeed = "child-in-need";
    public const string SocialWorker = "social-worker";
    public const string MentalHealth = "mental-health";
    public const string Health = "health";

    internal static IReadOnlyList<(ChoiceList List, string Key)> Choices { get; } =
    [
        (ChoiceList.InvolvementRoles, Harmed),
        (ChoiceList.InvolvementRoles, SaidToHaveDoneIt),
        (ChoiceList.InvolvementRoles, SawIt),
        (ChoiceList.InvolvementRoles, ToldUs),
        (ChoiceList.Deliberate, Deliberate),
        (ChoiceList.ReferralDecisions, NoReferral),
        (ChoiceList.TechnicalTasks, KeepDevice),
        (ChoiceList.ClosingReasons, NotAConcern),
        (ChoiceList.ClosingReasons, RecordedElsewhere),
        (ChoiceList.ClosingReasons, PassedOn),
        (ChoiceList.ChildStatuses, LookedAfter),
        (ChoiceList.ChildStatuses, ProtectionPlan),
        (ChoiceList.ChildStatuses, InNeed),
        (ChoiceList.ChildProfessionals, SocialWorker),
        (ChoiceList.ChildProfessionals, MentalHealth),
        (ChoiceList.ChildProfessionals, Health),
    ];
}
