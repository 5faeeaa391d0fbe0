using System.Diagnostics;
using System.Globalization;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Benchmarks.Plans;

/// <summary>How long a plan takes to make, for each flow with all its questions answered at random.</summary>
internal static class PlansBench
{
    private const double Bound = 1.0;
    private const int Cases = 200;
    private const int Times = 50;

    /// <returns>0 where the slowest flow stays below a millisecond.</returns>
    public static int Run()
    {
        var dice = new Random(20_261_126);
        var slowest = 0.0;
        Console.WriteLine($"{"flow",-24}{"questions",10}{"rules",8}{"µs median",12}{"µs p99",10}");
        foreach (var flow in FlowLibrary.BuiltIn().All)
        {
            var cases = Enumerable.Range(0, Cases).Select(_ => Answered(flow, dice)).ToList();
            foreach (var answers in cases) PlanMaker.Make(flow, answers, CaseFacts.None);

            List<double> taken = [];
            for (var turn = 0; turn < Times; turn++)
            {
                foreach (var answers in cases)
                {
                    var begin = Stopwatch.GetTimestamp();
                    PlanMaker.Make(flow, answers, CaseFacts.None);
                    taken.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
                }
            }

            taken.Sort();
            var (median, high) = (taken[taken.Count / 2], taken[(int)(taken.Count * 0.99)]);
            slowest = Math.Max(slowest, high / 1000);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{flow.Id,-24}{flow.Questions.Count,10}{flow.Rules.Count,8}{median,12:F1}{high,10:F1}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest p99: {slowest:F3} ms; bound {Bound:F0} ms: {(slowest <= Bound ? "held" : "missed")}"));
        return slowest <= Bound ? 0 : 1;
    }

    private static Dictionary<string, string> Answered(Flow flow, Random dice)
    {
        var answers = new Dictionary<string, string>();
        while (PlanMaker.Make(flow, answers, CaseFacts.None).Next is { } next)
        {
            var choices = flow.Find(next)!.Answers;
            answers[next] = choices[dice.Next(choices.Count)].Id;
        }

        return answers;
    }
}
