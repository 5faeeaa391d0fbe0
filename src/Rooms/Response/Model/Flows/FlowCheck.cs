namespace Lifeguard.Response.Model.Flows;

/// <summary>What a flow that can be read says wrongly: names of nothing, questions in a circle, advice that nobody can reach.</summary>
internal static class FlowCheck
{
    // Nobody's flow waits that long for its answers; somebody's file might.
    private const int MostTries = 20_000;

    public static IReadOnlyList<Fault> Faults(string file, Flow flow)
    {
        var tries = 0;
        List<Fault> faults = [];
        if (flow.Questions.Count == 0 || flow.Questions[0].Id != Flow.Danger) Note(flow.Questions.FirstOrDefault()?.Line ?? 1, "the first question must be \"danger\"");
        if (flow.Version.Length == 0) Note(1, "\"version\" is missing: the day from which the flow holds");
        if (flow.Group.Length == 0) Note(1, "\"group\" is missing: the kind of concern under which lists show it");
        if (flow.Sources.Count == 0) Note(1, "no source: say where the advice comes from and when it was checked");
        foreach (var source in flow.Sources.Where(one => one.Checked == default)) Note(1, $"the source \"{source.Name}\" needs \"checked\", the day on which somebody looked");
        foreach (var twice in flow.Questions.GroupBy(one => one.Id).Where(group => group.Count() > 1)) Note(twice.Last().Line, $"the question \"{twice.Key}\" stands there twice");
        foreach (var twice in flow.Rules.GroupBy(one => one.Id).Where(group => group.Count() > 1)) Note(twice.Last().Line, $"the rule \"{twice.Key}\" stands there twice");
        foreach (var setting in flow.Settings.Where(one => one.Values.All(value => value.Id != one.Usual))) Note(1, $"the setting \"{setting.Key}\" has no value \"{setting.Usual}\"");
        if (flow.Always.Steps.Count == 0) Note(1, "\"always\" has no step: some path would end without advice");
        if (flow.Always.Urgency is null) Note(1, "\"always\" has no urgency");

        foreach (var question in flow.Questions) faults.AddRange(FaultsOf(question));
        AddAdvice(flow.Always.Line, flow.Always);
        foreach (var rule in flow.Rules)
        {
            foreach (var says in Unknown(rule.When, flow.Questions.Count)) Note(rule.When.Line, $"the rule \"{rule.Id}\": {says}");
            if (rule.When.Alternatives.Count > 0 && !rule.When.Alternatives.Any(CanHold)) Note(rule.Line, $"the rule \"{rule.Id}\" can never hold: its answers are never given together");
            AddAdvice(rule.Line, rule.Advice);
        }

        return faults;

        void Note(int line, string says) => faults.Add(new Fault(file, line, says));

        IEnumerable<Fault> FaultsOf(Question question)
        {
            if (question.Answers.Count < 2) yield return new Fault(file, question.Line, $"the question \"{question.Id}\" has no answers");
            if (question.Only is not { } only) yield break;

            foreach (var says in Unknown(only, flow.Questions.ToList().FindIndex(one => one.Id == question.Id))) yield return new Fault(file, only.Line, $"the question \"{question.Id}\": {says}");
            if (!only.Alternatives.Any(CanHold)) yield return new Fault(file, question.Line, $"the question \"{question.Id}\" can never be asked");
        }

        // A question that waits for a later one would wait for ever; for itself, go round in a circle.
        IEnumerable<string> Unknown(Condition condition, int before)
        {
            foreach (var (name, values) in condition.Alternatives.SelectMany(one => one))
            {
                if (name.StartsWith(Condition.SettingPrefix, StringComparison.Ordinal))
                {
                    var setting = flow.Settings.FirstOrDefault(one => one.Key == name[Condition.SettingPrefix.Length..]);
                    if (setting is null) yield return $"no setting \"{name}\"";
                    else foreach (var value in values.Where(value => setting.Values.All(one => one.Id != value))) yield return $"the setting \"{name}\" has no value \"{value}\"";
                    continue;
                }

                var at = flow.Questions.ToList().FindIndex(one => one.Id == name);
                if (at < 0) yield return $"no question \"{name}\"";
                else if (at >= before) yield return $"waits for \"{name}\", which waits for it or comes later";
                else foreach (var value in values.Where(value => !flow.Questions[at].Takes(value))) yield return $"\"{name}\" has no answer \"{value}\"";
            }
        }

        // Whether some way through the questions gives all these answers.
        bool CanHold(IReadOnlyDictionary<string, IReadOnlyList<string>> wanted) =>
            Met(wanted.Where(one => !one.Key.StartsWith(Condition.SettingPrefix, StringComparison.Ordinal)).ToDictionary(one => one.Key, one => one.Value), []);

        bool Met(Dictionary<string, IReadOnlyList<string>> wanted, HashSet<string> seen)
        {
            if (wanted.Any(one => one.Value.Count == 0)) return false;
            if (++tries > MostTries) return true;
            var open = wanted.Keys.FirstOrDefault(name => !seen.Contains(name) && flow.Find(name)?.Only is not null);
            if (open is null) return true;

            foreach (var alternative in flow.Find(open)!.Only!.Alternatives)
            {
                var all = wanted.ToDictionary(one => one.Key, one => one.Value);
                foreach (var (name, values) in alternative) all[name] = all.TryGetValue(name, out var already) ? [.. already.Intersect(values)] : values;
                if (Met(all, [.. seen, open])) return true;
            }

            return false;
        }

        void AddAdvice(int line, Advice advice)
        {
            var words = flow.Vocabulary;
            foreach (var one in advice.Refer.Keys.Where(one => !words.Agencies.ContainsKey(one))) Note(line, $"no agency \"{one}\"");
            foreach (var one in advice.Steps.Where(one => !words.Steps.ContainsKey(one))) Note(line, $"no step \"{one}\"");
            foreach (var one in advice.Tell.Keys.Where(one => !words.Roles.ContainsKey(one))) Note(line, $"no role \"{one}\" that may be told");
            foreach (var one in advice.MustNot.Concat(advice.Lift).Where(one => !words.Prohibitions.ContainsKey(one))) Note(line, $"no prohibition \"{one}\"");
            foreach (var (from, to) in advice.Instead.Where(one => !words.Roles.ContainsKey(one.Key) || (one.Value.Length > 0 && !words.Roles.ContainsKey(one.Value)))) Note(line, $"no role \"{from}\" or \"{to}\"");
            // Both at once would leave the choice to whoever reads first.
            foreach (var step in advice.Steps.Where(one => one.StartsWith("delete", StringComparison.Ordinal) && !advice.Lift.Contains("delete"))) Note(line, $"the step \"{step}\" stands beside the prohibition to delete; a rule that deletes must lift it");
        }
    }
}
