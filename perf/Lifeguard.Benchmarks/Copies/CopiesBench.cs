using System.Globalization;
using Lifeguard.Benchmarks.Filling;
using Lifeguard.Benchmarks.Pages;

namespace Lifeguard.Benchmarks.Copies;

/// <summary>Two copies of the site against one, on one database: pages a second with eight at once, in turn, as a ratio.</summary>
internal static class CopiesBench
{
    private const int Pairs = 3;
    private const int Seconds = 6;

    public static async Task<int> RunAsync(string owner, string app)
    {
        await using var copy = await TenYears.CopyAsync(owner, app, "lg_copies");
        var settings = BenchSite.Settings(owner, app, copy.Name);
        await using var first = await BenchSite.StartAsync(5480, settings);
        await using var second = await BenchSite.StartAsync(5482, settings);
        var references = await Visitors.ReferencesAsync(TenYears.Named(owner, copy.Name));
        var here = await Visitors.SignInAsync(first.Address, 8);
        var there = await Visitors.SignInAsync(second.Address, 8);

        Console.WriteLine($"Pages a second with 8 at once on {Environment.ProcessorCount} cores that site, database and this program share");
        foreach (var (name, page) in new (string, Func<Random, string>)[] { ("a list of 50", _ => "/desk?group=closed"), ("a record, journalled", Visitors.Record(references)) })
        {
            await Visitors.RateAsync(number => here[number], page, Seconds);
            await Visitors.RateAsync(number => there[number], page, Seconds);
            var ratios = new List<double>();
            for (var pair = 0; pair < Pairs; pair++)
            {
                var one = await Visitors.RateAsync(number => here[number], page, Seconds);
                var two = await Visitors.RateAsync(number => number % 2 == 0 ? here[number] : there[number], page, Seconds);
                ratios.Add(two / one);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} one {one,8:N0}/s   two {two,8:N0}/s   ratio {two / one:N2}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} median ratio {ratios.Order().ElementAt(Pairs / 2):N2}"));
        }

        return 0;
    }
}
