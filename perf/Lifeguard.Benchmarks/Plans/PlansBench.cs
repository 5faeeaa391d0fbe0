using System.Diagnostics;
using System.Globalization;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;

namespace Lifeguard.Benchmarks.Plans;

/// <summary>
/// How long a plan takes to make, for each flow with all its questions answered at random: as it comes, and with the most that a partnership
/// can publish on top of it.
/// </summary>
internal static class PlansBench
{
    private const double Bound = 1.0;
    private const int Cases = 200;
    private const int Times = 50;

    private static readonly Dictionary<string, string> NoStandIns = [];

    /// <returns>0 where the slowest flow stays below a millisecond.</returns>
    public static int Run()
    {
        var dice = new Random(20_261_126);
        var slowest = 0.0;
        Console.WriteLine($"{"flow",-24}{"questions",10}{"µs median",12}{"µs p99",10}");
        foreach (var (name, flow) in GuidedFlow.BuiltIn().Select(flow => (flow.Id, flow)).Concat(AsWordedLocally()))
        {
            var cases = Enumerable.Range(0, Cases).Select(_ => Answered(flow, dice)).ToList();
            foreach (var answers in cases) flow.MakePlan(answers, NoStandIns);

            List<double> taken = [];
            for (var turn = 0; turn < Times; turn++)
            {
                foreach (var answers in cases)
                {
                    var begin = Stopwatch.GetTimestamp();
                    flow.MakePlan(answers, NoStandIns);
                    taken.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
                }
            }

            taken.Sort();
            var (median, high) = (taken[taken.Count / 2], taken[(int)(taken.Count * 0.99)]);
            slowest = Math.Max(slowest, high / 1000);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{flow.Questions.Count,10}{median,12:F1}{high,10:F1}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest p99: {slowest:F3} ms; bound {Bound:F0} ms: {(slowest <= Bound ? "held" : "missed")}"));
        return slowest <= Bound ? 0 : 1;
    }

    // The file brought anew, the last choice of every setting, every step and reason in other words.
    private static IEnumerable<(string Name, GuidedFlow Flow)> AsWordedLocally()
    {
        var flows = FlowLibrary.BuiltIn();
        foreach (var own in flows.All.Select(flow => flows.EditionOf(flow.Id)!))
        {
            var guidance = own.Flow.StepsUsed.Aggregate(LocalGuidance.None with { File = own.Text, Line = "Here" }, (before, step) => before.WithStep(step, $"Here: {own.Flow.Vocabulary.Steps[step].Text}"));
            guidance = own.Flow.Rules.Aggregate(guidance, (before, rule) => before.WithBecause(rule.Id, $"Here: {rule.Because}"));
            guidance = own.Flow.Settings.Aggregate(guidance, (before, setting) => before.WithSetting(setting.Key, setting.Values[^1].Id));
            yield return ($"{own.Flow.Id} local", new GuidedFlow(LocalFlow.Make(own, [new LocalLayer(new LocalMark("Here", 1, default), guidance)], out _)));
        }
    }

    private static Dictionary<string, string> Answered(GuidedFlow flow, Random dice)
    {
        var answers = new Dictionary<string, string>();
        while (flow.MakePlan(answers, NoStandIns).Next is { } next)
        {
            var choices = flow.Questions.First(one => one.Id == next).Answers;
            answers[next] = choices[dice.Next(choices.Count)].Id;
        }

        return answers;
    }
}
