using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Cases;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Model.Local;

/// <summary>What becomes of one sample case when local guidance changes.</summary>
/// <param name="Differences">
/// Each thing that appears, goes or changes its time; none where the plan stays as it is. That a step is worded otherwise is no difference:
/// what is done, by whom and by when is the same.
/// </param>
internal sealed record PlanChange(SampleCase Case, Plan Before, Plan After, IReadOnlyList<Difference> Differences)
{
    public bool IsWeaker => Differences.Any(one => one.IsWeaker);

    public static PlanChange Of(SampleCase one, Flow before, Flow after)
    {
        var (was, becomes) = (Whole(before, one), Whole(after, one));
        return new PlanChange(one, was, becomes, [.. Between(was, becomes)]);
    }

    // A question that the case says nothing of is one that nobody can answer yet.
    private static Plan Whole(Flow flow, SampleCase one)
    {
        var answers = one.Answers.ToDictionary();
        var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
        while (plan.Next is { } next)
        {
            answers[next] = Question.Unsure;
            plan = PlanMaker.Make(flow, answers, CaseFacts.None);
        }

        return plan;
    }

    private static IEnumerable<Difference> Between(Plan was, Plan becomes)
    {
        if (was.Urgency != becomes.Urgency) yield return new Difference("Urgency", PlanWords.Of(was.Urgency), PlanWords.Of(becomes.Urgency), becomes.Urgency > was.Urgency);
        foreach (var (before, after) in Pairs(was.Refer, becomes.Refer, one => one.To))
        {
            var name = (before ?? after)!.Name;
            if (before?.Within != after?.Within) yield return new Difference(name, before is null ? null : PlanWords.OfReferral(before.Within), after is null ? null : PlanWords.OfReferral(after.Within), after is null || (before is not null && after.Within > before.Within));
        }

        foreach (var (before, after) in Pairs(was.Tell, becomes.Tell, one => one.Role))
        {
            if (before?.When != after?.When) yield return new Difference((before ?? after)!.Name, before is null ? null : $"told: {PlanWords.Of(before.When)}", after is null ? null : $"told: {PlanWords.Of(after.When)}", before?.When == Telling.Held);
        }

        foreach (var (before, after) in Pairs(was.Steps, becomes.Steps, one => one.Id))
        {
            if (before?.Due != after?.Due || before?.Who != after?.Who) yield return new Difference("Step", Of(before), Of(after), false);
        }

        foreach (var (before, after) in Pairs(was.MustNot, becomes.MustNot, one => one.Id))
        {
            if (before?.Text != after?.Text) yield return new Difference("Never", before?.Text, after?.Text, after is null);
        }
    }

    private static string? Of(PlannedStep? step) => step is null ? null : $"{step.Text} ({PlanWords.Of(step.Due)})";

    private static IEnumerable<(T? Before, T? After)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class =>
        before.Select(key).Concat(after.Select(key)).Distinct().Select(one => (before.FirstOrDefault(item => key(item) == one), after.FirstOrDefault(item => key(item) == one)));
}

/// <param name="What">Of what: an agency, a role, a step, a prohibition, the urgency.</param>
/// <param name="Before">Null where it appears.</param>
/// <param name="After">Null where it goes.</param>
/// <param name="IsWeaker">It protects less than before, so that it needs a reason.</param>
internal sealed record Difference(string What, string? Before, string? After, bool IsWeaker);
