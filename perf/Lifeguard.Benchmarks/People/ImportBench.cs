using System.Diagnostics;
using System.Globalization;
using Lifeguard.Benchmarks.Filling;
using Lifeguard.Benchmarks.Pages;

namespace Lifeguard.Benchmarks.People;

/// <summary>
/// 10,000 people and then 100,000 with the administrator's command line, on ten years of records, while twenty people read records.
/// The smaller file is there for the memory: with ten times the people it should hardly need more.
/// </summary>
internal static class ImportBench
{
    private const int Readers = 20;
    private const double Goal = 60;

    public static async Task<int> RunAsync(string owner, string app)
    {
        await using var copy = await TenYears.CopyAsync(owner, app, "lg_import");
        var settings = BenchSite.Settings(owner, app, copy.Name);
        await using var site = await BenchSite.StartAsync(5480, settings);
        var references = await Visitors.ReferencesAsync(TenYears.Named(owner, copy.Name));
        var visitors = await Visitors.SignInAsync(site.Address, Readers);
        await ReadForAsync(visitors, references, new Times(), TimeSpan.FromSeconds(10));

        var alone = new Times();
        await ReadForAsync(visitors, references, alone, TimeSpan.FromSeconds(20));
        var small = await ImportAsync(settings, 10_000, "small", visitors, references, new Times());
        var meanwhile = new Times();
        var large = await ImportAsync(settings, 100_000, "large", visitors, references, meanwhile);
        var again = await ImportAsync(settings, 100_000, "large", visitors, references, new Times());

        Console.WriteLine($"{"Import of people",-28} {"seconds",8} {"people/s",9} {"peak MB",9}");
        Console.WriteLine(small.Line("10,000 new"));
        Console.WriteLine(large.Line("100,000 new") + $"   goal {Goal:N0} s {(large.Seconds <= Goal ? "met" : "MISSED")}");
        Console.WriteLine(again.Line("the same 100,000 again"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory of ten times the people: {large.PeakMegabytes / small.PeakMegabytes:N2} times as much"));
        Console.WriteLine($"\n{"20 people reading records",-28} {"pages",8} {"p50 ms",9} {"p95 ms",9} {"p99 ms",9} {"goal",9}");
        Console.WriteLine(alone.Line("before", null));
        Console.WriteLine(meanwhile.Line("during the 100,000", 200));
        return large.Seconds > Goal || meanwhile.At(0.99) > 200 ? 1 : 0;
    }

    private static async Task<Took> ImportAsync(IReadOnlyDictionary<string, string> settings, int people, string mark, IReadOnlyList<HttpClient> visitors, List<string> references, Times times)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("lifeguard-bench-").FullName, "export.zip");
        Export.Write(file, people, mark);
        using var end = new CancellationTokenSource();
        var reading = Visitors.ReadAsync(visitors, references, times, end.Token);

        var start = new ProcessStartInfo(Path.Combine(BenchSite.Published("LIFEGUARD_PUBLISHED_CLI"), "Lifeguard.Cli"), ["import", "roster", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(50))) peak = Math.Max(peak, Peak(process));
        var took = clock.Elapsed.TotalSeconds;
        await end.CancelAsync();
        var wrong = await reading;
        File.Delete(file);
        if (process.ExitCode != 0) throw new InvalidOperationException($"The import ended with {process.ExitCode}: {string.Join('\n', await said)}");
        if (wrong > 0) Console.WriteLine($"{wrong} pages did not arrive while {people:N0} people were imported.");
        return new Took(people, took, peak / 1_048_576.0);
    }

    private static async Task ReadForAsync(IReadOnlyList<HttpClient> visitors, List<string> references, Times times, TimeSpan howLong)
    {
        using var end = new CancellationTokenSource(howLong);
        await Visitors.ReadAsync(visitors, references, times, end.Token);
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the answer.
            return 0;
        }
    }

    private sealed record Took(int People, double Seconds, double PeakMegabytes)
    {
        public string Line(string name) => string.Create(CultureInfo.InvariantCulture, $"{name,-28} {Seconds,8:N1} {People / Seconds,9:N0} {PeakMegabytes,9:N0}");
    }
}
