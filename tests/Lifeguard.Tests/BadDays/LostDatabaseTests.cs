using System.Collections.Concurrent;
using System.Net;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Tests.BadDays;

/// <summary>The database goes away and comes back while the site stays.</summary>
public sealed class LostDatabaseTests : IAsyncLifetime
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 10 : 1;
    private OwnCluster _cluster = null!;
    private string _code = "";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lifeguard-lost-");

    public async ValueTask InitializeAsync()
    {
        _cluster = await OwnCluster.CreateAsync();
        _code = await Seeds.FoundAsync(_cluster, _data.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task DatabaseStopped_EveryPageShowsNumbersToRing_AndTheSiteGoesOnWithoutRestart()
    {
        await using var site = await SiteProcess.StartAsync(_cluster.App, _data.FullName, FreePorts.Next());
        using var client = Client(site.Address);
        var lead = new Browser(client);
        await lead.SignInAsync(Seeds.Email);
        using var other = Client(site.Address);
        var stranger = new Browser(other);
        var form = await stranger.GetAsync("/sign-in");
        var report = await stranger.GetAsync("/report?code=" + _code);

        await _cluster.StopAsync();

        (await lead.GetAsync("/home")).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await lead.GetAsync("/nothing/here")).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await lead.PostAsync("/sign-out", [])).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await stranger.GetAsync("/sign-in")).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await form.SubmitAsync(fields => fields.Set("Email", Seeds.Email).Set("Password", Someone.Password))).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await report.SubmitAsync(fields => fields.Set("Danger", "No"))).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await stranger.PostAsync("/desk", [new("Note", "kept form")])).ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        (await stranger.GetAsync("/nothing/here")).ShouldBeOurs(HttpStatusCode.NotFound);
        (await client.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/assets/lifeguard.css", TestContext.Current.CancellationToken)).StatusCode.ShouldNotBe(HttpStatusCode.ServiceUnavailable);

        await _cluster.StartAsync();

        (await lead.GetAsync("/home")).Heading.ShouldBe("What waits for you");
        var goesOn = false;
        (await new Reporter(site.Address, _code).ReportAsync("After the trouble.", () => goesOn)).ShouldNotBeNull();
        await site.UntilAsync("/ready", HttpStatusCode.OK);
        await Aftermath.SealedAsync(_cluster.Backup);
        await LetterSentAsync();
    }

    [Fact]
    public async Task SiteStartedFirst_WaitsForTheDatabase_AndSaysSo()
    {
        await _cluster.StopAsync();
        await using var site = SiteProcess.Launch(_cluster.App, _data.FullName, FreePorts.Next(), $"--ConnectionStrings:Owner={_cluster.Owner}");

        await site.UntilAsync("/health", HttpStatusCode.OK);
        await site.UntilAsync("/ready", HttpStatusCode.ServiceUnavailable);
        using var client = Client(site.Address);
        var waiting = await new Browser(client).GetAsync("/sign-in");
        await _cluster.StartAsync();
        await site.UntilAsync("/ready", HttpStatusCode.OK);

        waiting.ShouldBeOurs(HttpStatusCode.ServiceUnavailable);
        site.Log.ShouldContain("The database cannot be reached");
        (await new Browser(client).GetAsync("/sign-in")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task ServerKilled_WhileReportsAreSent_LosesNothingThatWasAcknowledged()
    {
        await using var site = await SiteProcess.StartAsync(_cluster.App, _data.FullName, FreePorts.Next());
        var acknowledged = new ConcurrentDictionary<string, string>();
        var enough = false;
        Task[] writers = [.. Enumerable.Range(0, 8).Select(one => Task.Run(() => Reporter.WriteAsync(new Reporter(site.Address, _code), $"Writer {one}", acknowledged, () => enough)))];

        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await GrownAsync();
                await _cluster.KillAsync();
                await _cluster.StartAsync();
            }

            await GrownAsync();
        }
        finally
        {
            enough = true;
            await Task.WhenAll(writers);
        }

        await Aftermath.SealedAsync(_cluster.Backup);
        await Aftermath.ShouldHoldAsync(_cluster.Backup, acknowledged);
        await Aftermath.ShouldVerifyAsync(_cluster.Backup);

        async Task GrownAsync()
        {
            for (var goal = acknowledged.Count + 10; acknowledged.Count < goal; await Task.Delay(20))
            {
                if (writers.FirstOrDefault(one => one.IsFaulted) is { } fallen) await fallen;
            }
        }
    }

    private static HttpClient Client(Uri site) => new(new PlainCookies()) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };

    private async Task LetterSentAsync()
    {
        for (var tries = 0; tries < 600 && _data.GetFiles("*.eml", SearchOption.AllDirectories).Length == 0; tries++) await Task.Delay(100);
        _data.GetFiles("*.eml", SearchOption.AllDirectories).ShouldNotBeEmpty();
    }
}
