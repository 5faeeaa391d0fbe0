using System.Diagnostics;

namespace Lifeguard.GateBenchmarks;

/// <summary>A fixed loop: how much the machine itself wavers while we measure.</summary>
internal static class Noise
{
    public static int Say()
    {
        List<double> times = [];
        var x = 1UL;
        for (var round = 0; round < 12; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var at = 0; at < 50_000_000; at++) x = x * 6364136223846793005UL + 1442695040888963407UL;
            if (round >= 2) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Console.WriteLine($"noise (a fixed loop{(x == 0 ? "!" : "")}): {Figures.Of(times):N1} ms ({times.Min():N1} to {times.Max():N1})");
        return 0;
    }
}

internal static class Figures
{
    /// <summary>The median.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>One row of the table: what, ours, theirs, the median of the ratios of each pair, and the goal.</summary>
    public static void Row(string what, IReadOnlyList<double> ours, IReadOnlyList<double> theirs, string unit, string goal, bool lessIsBetter = false)
    {
        var ratio = Of(ours.Zip(theirs, (one, other) => one / other));
        var better = lessIsBetter ? ratio <= 1 : ratio >= 1;
        Console.WriteLine($"{what,-58} ours {Of(ours),12:N2}  peer {Of(theirs),12:N2} {unit,-8} ratio {ratio,8:N3} {(better ? "ahead" : "behind"),-7} goal {goal}");
    }

    public static void Row(string what, double ours, string unit, string goal) => Console.WriteLine($"{what,-58} ours {ours,12:N2}  {unit,-22} goal {goal}");
}
