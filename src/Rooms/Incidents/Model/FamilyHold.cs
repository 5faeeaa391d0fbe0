using Lifeguard.Incidents.Model.Runs;

namespace Lifeguard.Incidents.Model;

/// <summary>
/// Whether a child's family must not be told yet: the police or social care asked for it, the family has a part in it, or telling adds risk.
/// Nothing else holds a family's notice. Practice review, section 5.
/// </summary>
internal static class FamilyHold
{
    private static readonly string[] Reasons = ["police-asked", "social-care-asked", "family-implicated", "adds-risk", "evidence-may-be-lost", "court-order"];

    /// <param name="last">The last decision about this child's parents; null where there is none.</param>
    /// <param name="runs">The guided questions on the record.</param>
    public static bool Holds(Involvement child, ParentsNotice? last, IEnumerable<Run> runs)
    {
        // They were told all the same, and why stands there: what is known cannot be held any more.
        if (last is { Told: true, Although: not null }) return false;
        if (last is { ReasonNotYet: { } reason } && Reasons.Contains(reason)) return true;
        return runs.Any(run => !run.IsSetAside && RolesOf(child.Part).Any(run.Held.Contains));
    }

    /// <summary>The parents of somebody with this part, as flows call them; none where no flow speaks of them. Some flows speak of one pupil alone, whose part may be either.</summary>
    public static IReadOnlyList<string> RolesOf(Part part) => part switch
    {
        Part.Harmed => ["parents-of-child-harmed", "parents-of-pupil"],
        Part.SaidToHaveDoneIt => ["parents-of-child-said-to-have-harmed", "parents-of-pupil"],
        _ => [],
    };
}
