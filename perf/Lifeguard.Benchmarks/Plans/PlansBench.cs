using System.Diagnostics;
using System.Globalization;
using Lifeguard.Response.Contracts;

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
        foreach (var (name, flow) in GuidedFlow.BuiltIn().Select(flow => (flow.Id, flow)).Concat(GuidedFlow.BuiltIn(fullyLocal: true).Select(flow => ($"{flow.Id} local", flow))))
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
