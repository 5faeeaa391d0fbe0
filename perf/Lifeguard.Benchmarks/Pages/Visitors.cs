using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace Lifeguard.Benchmarks.Pages;

/// <summary>People with a browser each, and what they ask for.</summary>
internal static partial class Visitors
{
    public static Func<Random, string> Record(List<string> references) => dice => "/incidents/" + references[dice.Next(references.Count)];

    /// <summary>Pages a second with eight at once.</summary>
    public static async Task<double> RateAsync(Func<int, HttpClient> client, Func<Random, string> page, int seconds)
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

    /// <summary>People who open a record every one to three seconds, until told to stop.</summary>
    /// <returns>How many pages did not arrive.</returns>
    public static async Task<int> ReadAsync(IReadOnlyList<HttpClient> visitors, List<string> references, Times times, CancellationToken stop)
    {
        var wrong = 0;
        await Task.WhenAll(visitors.Select(async (visitor, number) =>
        {
            var dice = new Random(number);
            try
            {
                await Task.Delay(dice.Next(0, 2000), stop);
                while (true)
                {
                    if (await GoAsync(visitor, Record(references)(dice)) is { } time) times.Add(time);
                    else Interlocked.Increment(ref wrong);
                    await Task.Delay(dice.Next(1000, 3000), stop);
                }
            }
            catch (OperationCanceledException)
            {
                // The reading is over.
            }
        }));
        return wrong;
    }

    /// <returns>Null when something else than the page came.</returns>
    public static async Task<TimeSpan?> GoAsync(HttpClient client, string address)
    {
        var clock = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK ? clock.Elapsed : null;
    }

    public static async Task<TimeSpan?> SearchAsync(HttpClient client, string words)
    {
        var form = await client.GetStringAsync(new Uri("/search", UriKind.Relative));
        var clock = Stopwatch.StartNew();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Words"] = words, ["__RequestVerificationToken"] = Token(form) });
        using var response = await client.PostAsync(new Uri("/search", UriKind.Relative), content);
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK ? clock.Elapsed : null;
    }

    /// <summary>The bench database is made as a demonstration, so that people come in by one click each.</summary>
    public static async Task<List<HttpClient>> SignInAsync(Uri address, int people)
    {
        var visitors = new List<HttpClient>();
        for (var number = 0; number < people; number++)
        {
            var client = Browser(address);
            var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
            var accounts = AccountField().Matches(page);
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = accounts[number].Groups[1].Value, ["__RequestVerificationToken"] = Token(page) });
            using var response = await client.PostAsync(new Uri("/sign-in?handler=Demonstration", UriKind.Relative), content);
            if (!response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/home", StringComparison.Ordinal)) throw new InvalidOperationException("Nobody could sign in.");
            visitors.Add(client);
        }

        return visitors;
    }

    public static HttpClient Browser(Uri address) => new(new SecureCookies { AllowAutoRedirect = true }.Chain()) { BaseAddress = address };

    public static async Task<List<string>> ReferencesAsync(string owner)
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

    public static string Token(string html) => WebUtility.HtmlDecode(TokenField().Match(html).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"account\" value=\"([^\"]+)\"")]
    private static partial Regex AccountField();
}
