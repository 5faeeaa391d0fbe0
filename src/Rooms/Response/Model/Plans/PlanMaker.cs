using Lifeguard.Duties.Contracts;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Response.Model.Plans;

/// <summary>
/// Answers to advice. Pure: it reads no clock, no database and no file. Questions are walked from the first each time, so that a changed
/// answer changes all that follows from it, and answers to questions that are no longer asked wait without counting.
/// </summary>
internal static class PlanMaker
{
    private const string Always = "always";

    /// <param name="answers">By question; those that the question does not take do not count.</param>
    /// <param name="moment">From when deadlines run; null gives words without instants.</param>
    public static Plan Make(Flow flow, IReadOnlyDictionary<string, string> answers, CaseFacts facts, Moment? moment = null)
    {
        var asked = Walk(flow, answers, facts, out var next);
        var held = asked.ToDictionary(one => one.Question, one => one.Answer, StringComparer.Ordinal);
        var given = new List<(Because Because, Advice Advice)> { (new Because(Always, flow.Says, new Dictionary<string, string>()), flow.Always) };
        foreach (var rule in flow.Rules)
        {
            if (rule.When.Met(Value) is { } met) given.Add((new Because(rule.Id, rule.Because, met), rule.Advice));
        }

        var instead = new Dictionary<string, string>(facts.StandIns);
        // What the answers say of this case goes before what its record says.
        foreach (var one in given.SelectMany(one => one.Advice.Instead).DistinctBy(one => one.Key)) instead[one.Key] = one.Value;
        return new Plan(
            flow.Id, flow.Version, next is null, next, given.Min(one => one.Advice.Urgency ?? Urgency.Routine),
            Steps(flow, given, instead, moment), Referrals(flow, given, moment), Tellings(flow, given, instead), Prohibitions(flow, given), asked);

        string? Value(string name) => name.StartsWith(Condition.SettingPrefix, StringComparison.Ordinal)
            ? facts.Setting(name[Condition.SettingPrefix.Length..], flow)
            : held.GetValueOrDefault(name);
    }

    /// <summary>The questions that these answers lead past, up to the first without an answer.</summary>
    private static List<Asked> Walk(Flow flow, IReadOnlyDictionary<string, string> answers, CaseFacts facts, out string? next)
    {
        List<Asked> asked = [];
        next = null;
        foreach (var question in flow.Questions)
        {
            if (question.Only is { } only && only.Met(name => SettingOf(name) ?? asked.Find(one => one.Question == name)?.Answer) is null) continue;

            var typed = answers.GetValueOrDefault(question.Id) is { } answer && question.Takes(answer) ? answer : null;
            var known = question.Fact is { } fact && facts.Values.GetValueOrDefault(fact) is { } value && question.Takes(value) ? value : null;
            if ((typed ?? known) is { } holds)
            {
                asked.Add(new Asked(question.Id, holds, typed is null));
                continue;
            }

            next = question.Id;
            break;
        }

        return asked;

        string? SettingOf(string name) => name.StartsWith(Condition.SettingPrefix, StringComparison.Ordinal) ? facts.Setting(name[Condition.SettingPrefix.Length..], flow) : null;
    }

    private static List<PlannedStep> Steps(Flow flow, List<(Because Because, Advice Advice)> given, Dictionary<string, string> instead, Moment? moment) =>
        [.. given.SelectMany(one => one.Advice.Steps.Select(key => (Key: key, one.Because))).GroupBy(one => one.Key, one => one.Because)
            .Select(group => (Step: flow.Vocabulary.Steps[group.Key], Because: group.ToList()))
            .Select(one => new PlannedStep(one.Step.Id, one.Step.Text, Stand(one.Step.Who, instead), one.Step.Due, moment?.At(one.Step.Due), one.Because))
            .OrderBy(step => step.Due)];

    private static List<PlannedReferral> Referrals(Flow flow, List<(Because Because, Advice Advice)> given, Moment? moment) =>
        [.. given.SelectMany(one => one.Advice.Refer.Select(refer => (To: refer.Key, Within: refer.Value, one.Because))).GroupBy(one => one.To)
            .Select(group => (group.Key, Within: group.Min(one => one.Within), Because: group.OrderBy(one => one.Within).Select(one => one.Because).ToList()))
            .Select(one => new PlannedReferral(one.Key, flow.Vocabulary.Agencies[one.Key], one.Within, moment?.At(one.Within), one.Because))
            .OrderBy(refer => refer.Within)];

    // Held goes before everything, and after advice before now: what one rule keeps back no other rule lets out.
    private static List<PlannedTelling> Tellings(Flow flow, List<(Because Because, Advice Advice)> given, Dictionary<string, string> instead) =>
        [.. given.SelectMany(one => one.Advice.Tell.Select(tell => (Role: Stand(tell.Key, instead), When: tell.Value, one.Because))).Where(one => one.Role.Length > 0).GroupBy(one => one.Role)
            .Select(group => (group.Key, When: group.Min(one => one.When), All: group))
            .Select(one => new PlannedTelling(one.Key, flow.Vocabulary.Roles[one.Key], one.When, [.. one.All.Where(tell => tell.When == one.When).Select(tell => tell.Because)]))
            .OrderByDescending(tell => tell.When)];

    private static List<Prohibition> Prohibitions(Flow flow, List<(Because Because, Advice Advice)> given)
    {
        var lifted = given.SelectMany(one => one.Advice.Lift).ToHashSet();
        return [.. given.SelectMany(one => one.Advice.MustNot.Select(key => (Key: key, one.Because))).Where(one => !lifted.Contains(one.Key)).GroupBy(one => one.Key, one => one.Because)
            .Select(group => new Prohibition(group.Key, flow.Vocabulary.Prohibitions[group.Key], [.. group]))];
    }

    // Whoever stands in may have no part in it either; no chain is longer than the roles there are.
    private static string Stand(string role, Dictionary<string, string> instead)
    {
        for (var at = 0; at <= instead.Count && instead.TryGetValue(role, out var next); at++) role = next;
        return role;
    }
}
