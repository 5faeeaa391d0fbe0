using System.Diagnostics;
using System.Globalization;
using Lifeguard.Benchmarks.Filling;

namespace Lifeguard.Benchmarks.Pages;

/// <summary>
/// Fifty people at once on ten years of records: first as people (a click every one to three seconds), then as fast as the machine can,
/// beside the framework's bare table page in the same run.
/// </summary>
internal static class PagesBench
{
    private const int People = 50;

    public static async Task<int> RunAsync(string owner, string app, int seconds)
    {
        var database = await TenYears.FillAsync(owner, app);
        var settings = BenchSite.Settings(owner, app, database);
        var folder = AppContext.BaseDirectory;
        await using var site = await BenchSite.StartAsync(5480, settings);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Start to first page: {site.FirstPage.TotalSeconds:N1} s (goal 5 s)"));

        var references = await Visitors.ReferencesAsync(TenYears.Named(owner, database));
        var visitors = await Visitors.SignInAsync(site.Address, People);
        Console.WriteLine($"{visitors.Count} people signed in.\n");
        // A site has been up for a while: the first seconds belong to the compiler.
        await Task.WhenAll(Visitors.RateAsync(number => visitors[number], Visitors.Record(references), 8), Visitors.RateAsync(number => visitors[number + 8], dice => dice.Next(2) == 0 ? "/desk" : "/desk?group=closed", 8));
        await Task.WhenAll(visitors.Take(8).Select(visitor => Visitors.SearchAsync(visitor, "matter7")));
        Console.WriteLine($"{"50 people, a click every 2 s",-28} {"pages",8} {"p50 ms",9} {"p95 ms",9} {"p99 ms",9} {"goal",9}");
        var missed = await AsPeopleAsync(visitors, references, seconds);
        await AsFastAsCanBeAsync(site, visitors, references, settings["ConnectionStrings__App"], folder);
        return missed ? 1 : 0;
    }

    private static async Task<bool> AsPeopleAsync(List<HttpClient> visitors, List<string> references, int seconds)
    {
        var record = new Times();
        var desk = new Times();
        var list = new Times();
        var search = new Times();
        var wrong = 0;
        var until = Stopwatch.StartNew();
        await Task.WhenAll(visitors.Select(async (visitor, number) =>
        {
            var dice = new Random(number);
            // Fifty people do not click in the same instant.
            await Task.Delay(dice.Next(0, 2000));
            while (until.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                var (times, went) = dice.Next(10) switch
                {
                    < 5 => (record, await Visitors.GoAsync(visitor, "/incidents/" + references[dice.Next(references.Count)])),
                    < 7 => (desk, await Visitors.GoAsync(visitor, "/desk")),
                    < 8 => (list, await Visitors.GoAsync(visitor, "/desk?group=closed&page=" + dice.Next(1, 9))),
                    _ => (search, await Visitors.SearchAsync(visitor, (dice.Next(3)) switch { 0 => "matter" + dice.Next(20000), 1 => "topic" + dice.Next(5000), _ => "given" + dice.Next(250) })),
                };
                if (went is { } time) times.Add(time);
                else Interlocked.Increment(ref wrong);
                await Task.Delay(dice.Next(1000, 3000));
            }
        }));
        Console.WriteLine(record.Line("a record, reading journalled", 150));
        Console.WriteLine(desk.Line("desk", 500));
        Console.WriteLine(list.Line("a list, page by page", 500));
        Console.WriteLine(search.Line("search, 400,000 notes", 500));
        if (wrong > 0) Console.WriteLine($"{wrong} pages did not arrive.");
        return wrong > 0 || record.At(0.99) > 150 || desk.At(0.99) > 500 || list.At(0.99) > 500 || search.At(0.99) > 500;
    }

    private static async Task AsFastAsCanBeAsync(SiteProcess site, List<HttpClient> visitors, List<string> references, string connection, string folder)
    {
        var bareFolder = Path.Combine(folder, "../../../../Lifeguard.BareTable", Path.GetRelativePath(Path.Combine(folder, "../../.."), folder));
        await using var bare = await SiteProcess.StartAsync(Path.Combine(bareFolder, "Lifeguard.BareTable.dll"), 5481, "/", new Dictionary<string, string> { ["ConnectionStrings__App"] = connection });
        using var plain = new HttpClient { BaseAddress = bare.Address };
        Console.WriteLine("\nPages a second with 8 at once, in turn with the framework's bare table of 50 rows (3 pairs, median of the ratios)");
        foreach (var (name, page) in new (string, Func<Random, string>)[]
        {
            ("a list of 50", _ => "/desk?group=closed"),
            ("a record, journalled", Visitors.Record(references)),
        })
        {
            await Visitors.RateAsync(number => visitors[number], page, 6);
            await Visitors.RateAsync(_ => plain, _ => "/", 6);
            var ratios = new List<double>();
            for (var pair = 0; pair < 3; pair++)
            {
                var ours = await Visitors.RateAsync(number => visitors[number], page, 4);
                var theirs = await Visitors.RateAsync(_ => plain, _ => "/", 4);
                ratios.Add(ours / theirs);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} {ours,8:N0}/s   bare {theirs,8:N0}/s   ratio {ours / theirs:N2}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} median ratio {ratios.Order().ElementAt(1):N2} (goal 0.25)"));
        }
    }
}
