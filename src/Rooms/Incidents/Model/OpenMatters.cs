using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>What stands open beside the record itself when somebody wants to close it.</summary>
internal sealed record OpenMatters
{
    public bool Actions { get; init; }

    public bool TechnicalTasks { get; init; }

    public bool ParentsUndecided { get; init; }

    public bool ReferralUndecided { get; init; }

    public bool ReferralWithoutOutcome { get; init; }

    public bool SupportUnrecorded { get; init; }

    public IEnumerable<Refusal> Refusals()
    {
        if (ReferralUndecided) yield return Model.Refusals.ReferralDecisionMissing;
        if (ReferralWithoutOutcome) yield return Model.Refusals.ReferralOutcomeMissing;
        if (ParentsUndecided) yield return Model.Refusals.ParentsNotDecided;
        if (SupportUnrecorded) yield return Model.Refusals.SupportMissing;
        if (Actions) yield return Model.Refusals.ActionsOpen;
        if (TechnicalTasks) yield return Model.Refusals.TechnicalTasksOpen;
    }
}
