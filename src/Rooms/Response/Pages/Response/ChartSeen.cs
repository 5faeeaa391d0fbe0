using System.Globalization;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Response.Pages.Response;

/// <summary>A flow as people see it: each answer with what it alone, or with others, leads to.</summary>
internal sealed record ChartSeen(Flow Flow)
{
    /// <summary>The rules that this answer sets off, alone or together with earlier ones. A rule that waits for a later answer stands there.</summary>
    public IEnumerable<Rule> RulesOf(Question question, Answer answer) => Flow.Rules.Where(rule => With(rule, question, answer).Any(one => LastOf(one) == question));

    /// <summary>Later questions at which this answer counts once more.</summary>
    public IEnumerable<string> CountsAgainAt(Question question, Answer answer) =>
        Flow.Rules.SelectMany(rule => With(rule, question, answer)).Select(LastOf).Where(last => last != question).Select(last => last.Asks).Distinct();

    /// <summary>What else must have been answered for this rule, in words; empty where the answer is enough.</summary>
    public string Besides(Rule rule, Question question, Answer answer)
    {
        var with = With(rule, question, answer).Where(one => LastOf(one) == question).Select(one => string.Join(", ", one.Where(other => other.Key != question.Id).Select(InWords))).ToList();
        return with.Any(one => one.Length == 0) ? "" : string.Join("; or ", with);
    }

    /// <summary>The rules that hold because of what is chosen, whatever is answered.</summary>
    public IEnumerable<Rule> RulesOf(FlowSetting setting)
    {
        var name = Condition.SettingPrefix + setting.Key;
        return Flow.Rules.Where(rule => rule.When.Alternatives.Any(one => one.Count == 1 && one.TryGetValue(name, out var values) && values.Contains(setting.Holds)));
    }

    // What waits for a choice that nobody here has made does not follow.
    private IEnumerable<IReadOnlyDictionary<string, IReadOnlyList<string>>> With(Rule rule, Question question, Answer answer) =>
        rule.When.Alternatives.Where(one => one.TryGetValue(question.Id, out var values) && values.Contains(answer.Id) && Flow.Settings.All(setting => !one.TryGetValue(Condition.SettingPrefix + setting.Key, out var chosen) || chosen.Contains(setting.Holds)));

    private Question LastOf(IReadOnlyDictionary<string, IReadOnlyList<string>> alternative) => Flow.Questions.Last(question => alternative.ContainsKey(question.Id));

    public string InWords(Condition condition) => string.Join("; or ", condition.Alternatives.Select(one => string.Join(", ", one.Select(InWords))));

    /// <summary>Whom to refer to and whom to tell, by when.</summary>
    public string Advice(Advice advice)
    {
        List<string> parts = [];
        if (advice.Refer.Count > 0) parts.Add(string.Join("; ", advice.Refer.OrderBy(one => one.Value).Select(one => $"{Flow.Vocabulary.Agencies[one.Key]}, {PlanWords.OfReferral(one.Value)}")));
        if (advice.Tell.Count > 0) parts.Add("Tell: " + string.Join("; ", advice.Tell.OrderByDescending(one => one.Value).Select(one => $"{Flow.Vocabulary.Roles[one.Key]}, {PlanWords.Of(one.Value)}")));
        return string.Join(". ", parts);
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    private string InWords(KeyValuePair<string, IReadOnlyList<string>> wanted)
    {
        if (wanted.Key.StartsWith(Condition.SettingPrefix, StringComparison.Ordinal))
        {
            var setting = Flow.Settings.First(one => one.Key == wanted.Key[Condition.SettingPrefix.Length..]);
            return $"as it is settled here: {string.Join(" or ", setting.Values.Where(value => wanted.Value.Contains(value.Id)).Select(value => value.Text))}";
        }

        var question = Flow.Find(wanted.Key)!;
        return $"“{question.Asks}” {string.Join(" or ", question.Answers.Where(answer => wanted.Value.Contains(answer.Id)).Select(answer => answer.Text))}";
    }
}
