using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Cases;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Model.Local;

/// <summary>
/// What a local flow may not fall below: for each case of ours at least our urgency, our referrals in time, our prohibitions, whom to hold
/// back and who has no part in it. Danger, and an adult who harms a child, are cases of their own, made from our rules. A local flow may ask
/// what ours does not; then every way of answering it must hold.
/// </summary>
internal sealed class Floor
{
    private const int MostWays = 500;
    private const int MostChoices = 64;

    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly Flow _ours;
    private readonly IReadOnlySet<string> _sharedNevers;
    private readonly IReadOnlyList<Tried> _tried;

    private Floor(Flow ours, IReadOnlySet<string> sharedNevers, IReadOnlyList<Tried> tried) => (_ours, _sharedNevers, _tried) = (ours, sharedNevers, tried);

    public static Floor Of(Flow ours, IReadOnlySet<string> sharedNevers, IReadOnlyList<SampleCase> cases) =>
        new(ours, sharedNevers, [.. cases.Select(one => new Tried($"The case “{one.Says}”", one.Answers, one.Settings, one)), .. OfDanger(ours, cases), .. OfPolice(ours, cases)]);

    /// <summary>Sentences that name the case; none where the flow holds, whatever is chosen of its settings.</summary>
    public IReadOnlyList<string> FaultsOf(Flow local)
    {
        var choices = Choices(local).Take(MostChoices + 1).ToList();
        if (choices.Count > MostChoices) return ["The file offers so many choices that they cannot all be tried"];

        Dictionary<string, string> faults = [];
        foreach (var choice in choices)
        {
            foreach (var tried in _tried.Where(one => !faults.ContainsKey(one.Says) && one.Settings.All(set => choice.GetValueOrDefault(set.Key) == set.Value)))
            {
                if (FaultOf(local, tried, new CaseFacts(new Dictionary<string, string>(), choice)) is { } fault) faults[tried.Says] = $"{tried.Says}: {fault}";
            }
        }

        return [.. faults.Values];
    }

    private string? FaultOf(Flow local, Tried tried, CaseFacts facts)
    {
        var ours = PlanMaker.Make(_ours, tried.Answers, facts);
        var ways = Ways(local, tried.Answers, facts).Take(MostWays + 1).ToList();
        if (ways.Count > MostWays) return "the file asks so much beside it that it cannot be tried";
        return ways.SelectMany(way => Below(tried, ours, way)).Distinct().ToList() is { Count: > 0 } below ? string.Join("; ", below) : null;
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Choices(Flow flow) => flow.Settings.Aggregate(
        (IEnumerable<IReadOnlyDictionary<string, string>>)[new Dictionary<string, string>()],
        (before, setting) => before.SelectMany(chosen => setting.Values.Select(value => new Dictionary<string, string>(chosen) { [setting.Key] = value.Id })));

    // Each way of answering what the case says nothing of.
    private static IEnumerable<Plan> Ways(Flow flow, IReadOnlyDictionary<string, string> given, CaseFacts facts)
    {
        var open = new Stack<IReadOnlyDictionary<string, string>>([given]);
        while (open.TryPop(out var answers))
        {
            var plan = PlanMaker.Make(flow, answers, facts);
            if (plan.Next is not { } next)
            {
                yield return plan;
                continue;
            }

            foreach (var answer in flow.Find(next)!.Answers) open.Push(new Dictionary<string, string>(answers) { [next] = answer.Id });
        }
    }

    private IEnumerable<string> Below(Tried tried, Plan ours, Plan local)
    {
        if (local.Urgency > ours.Urgency) yield return $"“{PlanWords.Of(local.Urgency)}” where it must be “{PlanWords.Of(ours.Urgency)}”";
        foreach (var refer in ours.Refer.Where(one => tried.Demands(one)))
        {
            var found = local.Refer.FirstOrDefault(one => one.To == refer.To);
            var latest = tried.Latest(refer);
            if (found is null) yield return $"{refer.Name} is not told";
            else if (found.Within > latest) yield return $"{refer.Name} is told {PlanWords.Of(found.Within)}, and must be {PlanWords.Of(latest)}";
        }

        foreach (var never in ours.MustNot.Where(one => (_sharedNevers.Contains(one.Id) || tried.Case?.MustNot.Contains(one.Id) == true) && local.MustNot.All(own => own.Id != one.Id)))
            yield return $"the “never” is missing: {never.Text}";
        foreach (var held in ours.Tell.Where(one => one.When == Telling.Held && !local.Tell.Any(own => own.Role == one.Role && own.When == Telling.Held))) yield return $"not held back: {held.Name}";
        foreach (var role in (tried.Case?.NeverTell ?? []).Where(role => local.Tell.Any(one => one.Role == role) || local.Steps.Any(one => one.Who == role)))
            yield return $"has a part in it, and must not: {_ours.Vocabulary.Roles.GetValueOrDefault(role, role)}";
    }

    private static IEnumerable<Tried> OfDanger(Flow ours, IReadOnlyList<SampleCase> cases) => ours.Find(Flow.Danger) is not { } danger ? []
        : danger.Answers.Select(answer => new Tried($"“{danger.Asks}” {answer.Text}", With(ours, cases, new() { [Flow.Danger] = answer.Id }), NoSettings, null));

    // Whatever makes our flow ring the police makes a local one ring them.
    private static IEnumerable<Tried> OfPolice(Flow ours, IReadOnlyList<SampleCase> cases) =>
        from rule in ours.Rules
        where rule.Advice.Refer.Any(refer => IsPolice(refer.Key) && refer.Value == Due.Now)
        from alternative in rule.When.Alternatives
        from value in alternative.Values.First()
        let first = alternative.First().Key
        select new Tried(
            $"“{rule.Because}”",
            With(ours, cases, alternative.Where(one => !IsSetting(one.Key)).ToDictionary(one => one.Key, one => one.Key == first ? value : one.Value[0])),
            alternative.Where(one => IsSetting(one.Key)).ToDictionary(one => one.Key[Condition.SettingPrefix.Length..], one => one.Value[0]), null);

    // An unremarkable case with these answers, and with those without which they would not be asked for.
    private static Dictionary<string, string> With(Flow ours, IReadOnlyList<SampleCase> cases, Dictionary<string, string> given)
    {
        var answers = ours.Questions.ToDictionary(one => one.Id, one => cases.Count > 0 && cases[0].Answers.GetValueOrDefault(one.Id) is { } usual ? usual : one.Answers[0].Id);
        foreach (var (question, answer) in given) answers[question] = answer;
        foreach (var question in Enumerable.Reverse(ours.Questions).Where(one => given.ContainsKey(one.Id) && one.Only is not null))
        {
            foreach (var (before, values) in question.Only!.Alternatives[0].Where(one => !given.ContainsKey(one.Key) && !one.Value.Contains(answers.GetValueOrDefault(one.Key, "")))) answers[before] = values[0];
        }

        return answers;
    }

    private static bool IsSetting(string name) => name.StartsWith(Condition.SettingPrefix, StringComparison.Ordinal);

    private static bool IsPolice(string agency) => agency.StartsWith("police-", StringComparison.Ordinal);

    /// <param name="Case">Null where it is made from our rules: then everything that is due now counts.</param>
    private sealed record Tried(string Says, IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Settings, SampleCase? Case)
    {
        public bool Demands(PlannedReferral ours) => Case is null ? ours.Within == Due.Now : Case.Refer.ContainsKey(ours.To);

        // Where the case and our flow differ, the later time is the floor.
        public Due Latest(PlannedReferral ours) => Case is null ? ours.Within : Case.Refer[ours.To] is not { } within ? Due.WhenReady : Words.Dues[within] > ours.Within ? Words.Dues[within] : ours.Within;
    }
}
