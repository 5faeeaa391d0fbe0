using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lifeguard.Benchmarks.Filling;
using Npgsql;

namespace Lifeguard.Benchmarks.Pages;

/// <summary>
/// Fifty people at once on ten years of records: first as people (a click every one to three seconds), then as fast as the machine can,
/// beside the framework's bare table page in the same run.
/// </summary>
internal static partial class PagesBench
{
    private const int People = 50;

    public static async Task<int> RunAsync(string owner, string app, int seconds)
    {
        var database = await TenYears.FillAsync(owner, app);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__App"] = TenYears.Named(app, database) + ";Maximum Pool Size=60",
            ["ConnectionStrings__Owner"] = TenYears.Named(owner, database),
            ["Lifeguard__Demonstration"] = "false",
            ["Lifeguard__Data"] = Path.Combine(Path.GetTempPath(), "lifeguard-bench"),
        };
        var folder = AppContext.BaseDirectory;
        var published = Environment.GetEnvironmentVariable("LIFEGUARD_PUBLISHED") ?? throw new InvalidOperationException("Start this with ./bench, which publishes the site.");
        await using var site = await SiteProcess.StartAsync(Path.Combine(published, "Lifeguard.Web"), 5480, "/sign-in", settings);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Start to first page: {site.FirstPage.TotalSeconds:N1} s (goal 5 s)"));

        var references = await ReferencesAsync(TenYears.Named(owner, database));
        var visitors = await SignInAsync(site.Address);
        Console.WriteLine($"{visitors.Count} people signed in.\n");
        // A site has been up for a while: the first seconds belong to the compiler.
        await Task.WhenAll(RateAsync(number => visitors[number], Record(references), 8), RateAsync(number => visitors[number + 8], dice => dice.Next(2) == 0 ? "/desk" : "/desk?group=closed", 8));
        await Task.WhenAll(visitors.Take(8).Select(visitor => SearchAsync(visitor, "matter7")));
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
                    < 5 => (record, await GoAsync(visitor, "/incidents/" + references[dice.Next(references.Count)])),
                    < 7 => (desk, await GoAsync(visitor, "/desk")),
                    < 8 => (list, await GoAsync(visitor, "/desk?group=closed&page=" + dice.Next(1, 9))),
                    _ => (search, await SearchAsync(visitor, (dice.Next(3)) switch { 0 => "matter" + dice.Next(20000), 1 => "topic" + dice.Next(5000), _ => "given" + dice.Next(250) })),
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
            ("a record, journalled", Record(references)),
        })
        {
            await RateAsync(number => visitors[number], page, 6);
            await RateAsync(_ => plain, _ => "/", 6);
            var ratios = new List<double>();
            for (var pair = 0; pair < 3; pair++)
            {
                var ours = await RateAsync(number => visitors[number], page, 4);
                var theirs = await RateAsync(_ => plain, _ => "/", 4);
                ratios.Add(ours / theirs);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} {ours,8:N0}/s   bare {theirs,8:N0}/s   ratio {ours / theirs:N2}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} median ratio {ratios.Order().ElementAt(1):N2} (goal 0.25)"));
        }
    }

    private static Func<Random, string> Record(List<string> references) => dice => "/incidents/" + references[dice.Next(references.Count)];

    private static async Task<double> RateAsync(Func<int, HttpClient> client, Func<Random, string> page, int seconds)
    {
        var count = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var dice = new Random(number);
            while (clock.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                if (await GoAsync(client(number), page(dice)) is not null) Interlocked.Increment(ref count);
            }
        }));
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<TimeSpan?> GoAsync(HttpClient client, string address)
    {
        var clock = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK ? clock.Elapsed : null;
    }

    private static async Task<TimeSpan?> SearchAsync(HttpClient client, string words)
    {
        var form = await client.GetStringAsync(new Uri("/search", UriKind.Relative));
        var clock = Stopwatch.StartNew();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Words"] = words, ["__RequestVerificationToken"] = Token(form) });
        using var response = await client.PostAsync(new Uri("/search", UriKind.Relative), content);
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK ? clock.Elapsed : null;
    }

    // The bench database is made as a demonstration, so that fifty people come in by one click each.
    private static async Task<List<HttpClient>> SignInAsync(Uri address)
    {
        var visitors = new List<HttpClient>();
        for (var number = 0; number < People; number++)
        {
            var handler = new SecureCookies { AllowAutoRedirect = true };
            var client = new HttpClient(handler.Chain()) { BaseAddress = address };
            var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
            var accounts = AccountField().Matches(page);
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = accounts[number].Groups[1].Value, ["__RequestVerificationToken"] = Token(page) });
            using var response = await client.PostAsync(new Uri("/sign-in?handler=Demonstration", UriKind.Relative), content);
            if (!response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/home", StringComparison.Ordinal)) throw new InvalidOperationException("Nobody could sign in.");
            visitors.Add(client);
        }

        return visitors;
    }

    private static async Task<List<string>> ReferencesAsync(string owner)
    {
        await using var database = NpgsqlDataSource.Create(owner);
        await using var connection = await database.OpenConnectionAsync();
        await using var scope = new NpgsqlCommand("select set_config('lg.orgs', '{10000000-0000-4000-8000-000000000001}', false)", connection);
        await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand("select reference from incident where record_kind = 'Concern' order by md5(id::text) limit 5000", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var references = new List<string>();
        while (await reader.ReadAsync()) references.Add(Kernel.RandomReference.Of(reader.GetGuid(0)).ToString());
        return references;
    }

    private static string Token(string html) => WebUtility.HtmlDecode(TokenField().Match(html).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"account\" value=\"([^\"]+)\"")]
    private static partial Regex AccountField();
}
