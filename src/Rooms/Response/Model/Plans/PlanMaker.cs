using Lifeguard.Duties.Contracts;
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

        var instead = given.SelectMany(one => one.Advice.Instead).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Value);
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
            if (question.Only is { } only && only.Met(name => asked.Find(one => one.Question == name)?.Answer) is null) continue;

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

    private static string Stand(string role, Dictionary<string, string> instead) => instead.GetValueOrDefault(role, role);
}

/// <summary>What the case knows without asking, and what the school has settled.</summary>
/// <param name="Values">By the fact's name.</param>
internal sealed record CaseFacts(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Settings)
{
    public static CaseFacts None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    public string? Setting(string key, Flow flow) =>
        flow.Settings.FirstOrDefault(one => one.Key == key) is not { } setting ? null
            : Settings.GetValueOrDefault(key) is { } own && setting.Values.Any(value => value.Id == own) ? own : setting.Usual;
}

/// <summary>From when deadlines run, and on whose calendar.</summary>
internal sealed record Moment(DateTimeOffset Now, SchoolCalendar Calendar)
{
    public DateTimeOffset? At(Due due) => due switch
    {
        Due.Now => Now.ToUniversalTime(),
        Due.SameDay => Calendar.SameDay(Now),
        Due.Hours24 => SchoolCalendar.WithinHours(Now, 24),
        Due.WorkingDay1 => Calendar.AfterWorkingDays(Now, 1),
        Due.Hours72 => SchoolCalendar.WithinHours(Now, 72),
        Due.WorkingDays5 => Calendar.AfterWorkingDays(Now, 5),
        Due.Days30 => SchoolCalendar.WithinHours(Now, 30 * 24),
        _ => null,
    };
}
