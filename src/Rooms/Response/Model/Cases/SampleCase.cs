using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Model.Cases;

/// <summary>A short description of a case, and what a safeguarding lead would do; <c>Data/cases/README.md</c> explains the words.</summary>
/// <param name="Answers">By question, those of an unremarkable case among them.</param>
/// <param name="Settings">What the partnership has chosen; the usual choices hold for the others.</param>
/// <param name="Refer">Agencies, by when at the latest; null where no time is given.</param>
internal sealed record SampleCase(
    string Flow, string Says, IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Settings, string Urgency, IReadOnlyDictionary<string, string?> Refer,
    IReadOnlyList<string> NeverRefer, IReadOnlyDictionary<string, string?> Tell, IReadOnlyList<string> NeverTell, IReadOnlyList<string> Held, IReadOnlyList<string> Must, IReadOnlyList<string> MustNot,
    IReadOnlyList<string> Rows)
{
    public CaseFacts Facts => new(new Dictionary<string, string>(), Settings);

    public Plan PlanOf(Flow flow) => PlanMaker.Make(flow, Answers, Facts);

    /// <summary>In what the plan differs from what a safeguarding lead would do.</summary>
    public IEnumerable<string> Differences(Plan plan)
    {
        if (!plan.Complete) yield return $"stops at {plan.Next}";
        if (Words.Of(plan.Urgency) != Urgency) yield return $"urgency {Words.Of(plan.Urgency)} for {Urgency}";
        foreach (var (agency, within) in Refer)
        {
            var found = plan.Refer.FirstOrDefault(one => one.To == agency);
            if (found is null) yield return $"{agency} is missing";
            else if (within is not null && found.Within > Words.Dues[within]) yield return $"{agency} {Words.Of(found.Within)} for {within}";
        }

        foreach (var agency in NeverRefer.Where(agency => plan.Refer.Any(one => one.To == agency))) yield return $"{agency} has no place here";
        foreach (var (role, when) in Tell.Where(tell => !plan.Tell.Any(one => one.Role == tell.Key && Words.Of(one.When) == tell.Value)))
            yield return $"{role} told {plan.Tell.Where(one => one.Role == role).Select(one => Words.Of(one.When)).FirstOrDefault() ?? "never"} for {when}";
        foreach (var role in NeverTell.Where(role => plan.Tell.Any(one => one.Role == role) || plan.Steps.Any(one => one.Who == role))) yield return $"{role} has a part in it";
        foreach (var role in Held.Where(role => !plan.Tell.Any(one => one.Role == role && one.When == Telling.Held))) yield return $"{role} is not held back";
        foreach (var step in Must.Where(step => plan.Steps.All(one => one.Id != step))) yield return $"the step {step} is missing";
        foreach (var prohibition in MustNot.Where(prohibition => plan.MustNot.All(one => one.Id != prohibition))) yield return $"the prohibition {prohibition} is missing";
    }
}
