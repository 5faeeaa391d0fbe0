using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>What stands open beside the record itself when somebody wants to close it.</summary>
internal sealed record OpenMatters
{
    public bool Actions { get; init; }

    public bool TechnicalTasks { get; init; }

    /// <summary>Something in custody, an order to the technician or a search that has not come to its end.</summary>
    public bool Held { get; init; }

    public bool ParentsUndecided { get; init; }

    public bool ReferralUndecided { get; init; }

    public bool ReferralWithoutOutcome { get; init; }

    /// <summary>The form says that somebody needs the police, and no contact with them is recorded.</summary>
    public bool PoliceNotTold { get; init; }

    /// <summary>This allegation has to reach the authority's designated officer, and no contact is recorded.</summary>
    public bool AuthorityNotTold { get; init; }

    public bool SupportUnrecorded { get; init; }

    /// <summary>Guided questions that are not all answered, and what their plans still ask for, each in words.</summary>
    public IReadOnlyList<Refusal> Plan { get; init; } = [];

    public static OpenMatters Of(MattersOnRecord record)
    {
        // Who stands on the child's welfare beside an allegation is looked after there, by people who do not know of this record.
        var here = record.Involved.Where(one => one.RemovedAt is null && !record.LookedAfterElsewhere.Contains(one.Id)).ToList();
        return new OpenMatters
        {
            Held = record.HeldOpen,
            Actions = record.ActionsOpen,
            TechnicalTasks = record.TechnicalTasksOpen,
            ParentsUndecided = here.Where(NeedsParents).Any(child => !ParentsSettled(child, record.Notices)),
            SupportUnrecorded = here.Where(NeedsSupport).Any(one => record.Supports.All(support => support.InvolvementId != one.Id)),
            Plan = PlanOf(record),
            ReferralUndecided = record.Referrals.Count == 0,
            ReferralWithoutOutcome = record.Referrals.Any(referral => referral.AwaitsResult),
            PoliceNotTold = record.Police == NeedsPolice.Yes && !record.Referrals.Any(referral => referral.IsToPolice),
            AuthorityNotTold = record.TellsAuthority && !record.Referrals.Any(referral => referral.IsToAuthority),
        };
    }

    public IEnumerable<Refusal> Refusals()
    {
        if (AuthorityNotTold) yield return Model.Refusals.AuthorityNotTold;
        if (PoliceNotTold) yield return Model.Refusals.PoliceNotTold;
        if (Held) yield return Model.Refusals.ThingsHeld;
        if (ReferralUndecided) yield return Model.Refusals.ReferralDecisionMissing;
        if (ReferralWithoutOutcome) yield return Model.Refusals.ReferralOutcomeMissing;
        if (ParentsUndecided) yield return Model.Refusals.ParentsNotDecided;
        if (SupportUnrecorded) yield return Model.Refusals.SupportMissing;
        if (Actions) yield return Model.Refusals.ActionsOpen;
        if (TechnicalTasks) yield return Model.Refusals.TechnicalTasksOpen;
        foreach (var refusal in Plan) yield return refusal;
    }

    /// <summary>A child who was harmed or is said to have done it: a decision about their parents is owed.</summary>
    public static bool NeedsParents(Involvement one) =>
        one.NamedAs == NamedAs.Pupil && one.Part is Part.Harmed or Part.SaidToHaveDoneIt;

    /// <summary>Those children, and an adult of the school who was harmed: support is owed to them, though it may be declined.</summary>
    public static bool NeedsSupport(Involvement one) => NeedsParents(one) || (one.Part == Part.Harmed && IsOfTheSchool(one.NamedAs));

    private static IReadOnlyList<Refusal> PlanOf(MattersOnRecord record) =>
    [
        .. record.Runs.Where(run => !run.IsSetAside && !run.IsAnswered).Select(run => RunRefusals.Unanswered(run)),
        .. record.PlanItems.Where(item => item.IsOpen).OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue).Select(item => RunRefusals.ItemOpen(item)),
    ];

    private static bool IsOfTheSchool(NamedAs namedAs) => namedAs is not (NamedAs.Parent or NamedAs.OtherAdult or NamedAs.Unknown);

    // A promise to look again is kept or withdrawn before the record closes; after that nobody would.
    private static bool ParentsSettled(Involvement child, IReadOnlyCollection<ParentsNotice> notices) =>
        notices.Where(notice => notice.InvolvementId == child.Id).MaxBy(notice => notice.EnteredAt) is { } last && (last.Told || last.LookAgainOn is null);
}

/// <summary>Everything that the open matters of one record are worked out from.</summary>
internal sealed record MattersOnRecord
{
    public required IReadOnlyCollection<Involvement> Involved { get; init; }

    /// <summary>Involvements of children who stand on the welfare record beside this allegation.</summary>
    public IReadOnlySet<Guid> LookedAfterElsewhere { get; init; } = new HashSet<Guid>();

    public IReadOnlyCollection<ParentsNotice> Notices { get; init; } = [];

    public IReadOnlyCollection<Referral> Referrals { get; init; } = [];

    public IReadOnlyCollection<Support> Supports { get; init; } = [];

    public NeedsPolice? Police { get; init; }

    public bool TellsAuthority { get; init; }

    public bool HeldOpen { get; init; }

    public bool ActionsOpen { get; init; }

    public bool TechnicalTasksOpen { get; init; }

    public IReadOnlyCollection<Run> Runs { get; init; } = [];

    public IReadOnlyCollection<RunItem> PlanItems { get; init; } = [];
}
