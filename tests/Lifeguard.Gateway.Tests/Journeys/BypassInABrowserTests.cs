using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Tests.Shared;
using Microsoft.Playwright;

namespace Lifeguard.Gateway.Tests.Journeys;

/// <summary>
/// The table of ways around, by a pupil at Chromium: every line that a browser can type, follow or send from a page. All of them by a page's own script, and a spread of
/// them typed; in the long tier all of them typed too. What a browser cannot send is named with its reason.
/// </summary>
public sealed class BypassInABrowserTests(BypassInABrowserTests.Place place) : IClassFixture<BypassInABrowserTests.Place>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1";
    private const int Spread = 18;

    /// <summary>Lines whose address a browser reads otherwise than it stands there: what becomes of it then, and why.</summary>
    private static readonly Dictionary<string, (string Expected, string Why)> ReadOtherwise = new(StringComparer.Ordinal)
    {
        ["014"] = ("B", "a backslash is read as a slash, so it asks for the listed name"),
        ["015"] = ("A", "a backslash is read as a slash, so the listed name is a path of a fine one"),
        ["043b"] = ("A", "the letter is sent in punycode, as a name of its own"),
        ["053b"] = ("B", "a tab is left out, so it asks for the listed path"),
    };

    /// <summary>One gateway and one browser for all.</summary>
    public sealed class Place : IAsyncLifetime
    {
        private IPlaywright _playwright = null!;

        internal string Folder { get; } = Directory.CreateTempSubdirectory("lifeguard-browser-").FullName;
        internal LabGateway Gateway { get; private set; } = null!;
        internal IBrowser Chromium { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Gateway = await LabGateway.StartAsync();
            _playwright = await Playwright.CreateAsync();
            Chromium = await QuietChromium.LaunchAsync(_playwright);
        }

        public async ValueTask DisposeAsync()
        {
            await Chromium.DisposeAsync();
            _playwright.Dispose();
            await Gateway.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NoWayAround_LeadsThroughABrowser(bool decrypts)
    {
        if (decrypts) MakeAuthority.Run(place.Folder, "A school", TimeProvider.System, TextWriter.Null, TextWriter.Null).ShouldBe(0);
        using var lab = new SquidLab([place.Gateway.Port], change: settings => decrypts ? settings with { Decryption = new() { Authority = Path.Combine(place.Folder, MakeAuthority.Whole) } } : settings);
        await lab.StartAsync();
        await using var context = await place.Chromium.NewContextAsync(new() { Proxy = new() { Server = $"http://127.0.0.1:{lab.Pupils}" }, IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        List<string> wrong = [];

        // From a page's own script: what must not arrive all at once, what may one by one.
        (await page.GotoAsync("http://good.test/"))!.Status.ShouldBe(200);
        var ways = BrowserWay.All().Where(way => way.Cannot is null).ToArray();
        lab.Origin.Forget();
        await page.EvaluateAsync(Ask, ways.Where(way => !MayPass(way)).Select(Asked).ToArray());
        wrong.AddRange(Pages(lab.Origin, decrypts).Select(one => $"from a script: {one}"));
        foreach (var way in ways.Where(MayPass).Where((_, at) => Full || !decrypts || at % 3 == 0))
        {
            lab.Origin.Forget();
            await page.EvaluateAsync(Ask, new[] { Asked(way) });
            Judge(way, "from a script", lab.Origin, decrypts, wrong);
        }

        // Typed.
        foreach (var way in ways.Where(way => way.Method == "GET").Where((_, at) => Full || at % Spread == (decrypts ? 0 : Spread / 2)))
        {
            lab.Origin.Forget();
            try
            {
                await page.GotoAsync(way.Address, new() { WaitUntil = WaitUntilState.Commit });
            }
            catch (PlaywrightException)
            {
                // The browser shows a page of its own instead, some time; what counts is what arrived.
                await page.CloseAsync();
                page = await context.NewPageAsync();
            }

            Judge(way, "typed", lab.Origin, decrypts, wrong);
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private const string Ask =
        """
        async ways => {
            await Promise.all(ways.map(async ([method, typed, patience]) => {
                let address;
                try { address = new URL(typed).href; } catch { return; }
                if (method === 'SOCKET') { await new Promise(done => { const s = new WebSocket(address); s.onopen = s.onerror = done; }); return; }
                try { await fetch(address, { method, mode: method === 'FOO' ? 'same-origin' : 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(patience) }); } catch { }
            }));
        }
        """;

    // Names of which Squid's name server has never heard keep it waiting: nobody needs to wait with it.
    private static object[] Asked(BrowserWay way) => [way.Method, way.Address, way.Way.Id.StartsWith("046", StringComparison.Ordinal) ? 1000 : 8000];

    private static string Expected(BrowserWay way) => ReadOtherwise.TryGetValue(way.Way.Id, out var other) ? other.Expected : way.Way.Pupil;

    private static bool MayPass(BrowserWay way) => Expected(way).Contains('A', StringComparison.Ordinal) || Expected(way).Contains('W', StringComparison.Ordinal);

    // Decrypting, Squid greets the website before it shows our page, so that the certificate fits; no page is asked for.
    private static string[] Pages(Origin origin, bool decrypts) => [.. origin.Arrived.Where(one => !one.EndsWith("/favicon.ico", StringComparison.Ordinal) && !one.Contains("connectivitycheck", StringComparison.Ordinal) && !(decrypts && one.StartsWith("CONNECT ", StringComparison.Ordinal)))];

    private static void Judge(BrowserWay way, string how, Origin origin, bool decrypts, List<string> wrong)
    {
        var (pages, expected) = (Pages(origin, decrypts), Expected(way));
        var isSmuggled = pages.Any(one => one.Contains("hidden", StringComparison.Ordinal) || Uri.TryCreate(one.Split(' ')[1], UriKind.Absolute, out var asked) && (asked.Host == "blocked.test" || asked.Host.EndsWith(".blocked.test", StringComparison.Ordinal)));
        // A website that the browser itself knows to speak https only: without decryption its name is all that is seen (limit).
        var isByName = !decrypts && way.Address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && pages.Any(one => one.StartsWith("CONNECT ", StringComparison.Ordinal));
        var isUnsafe = !isByName && expected == "W" && pages.Any(one => one.Contains("safe=off", StringComparison.Ordinal) || one.Contains("safe=images", StringComparison.Ordinal) || one.Contains("adlt=off", StringComparison.Ordinal));
        if (isSmuggled || isUnsafe || pages.Length == 0 && expected is "A" or "W" || pages.Length > 0 && !MayPass(way) && !isByName)
            wrong.Add($"{way.Way.Id} {how}: expected {expected}, arrived [{string.Join(", ", pages)}]: {way.Way.Why}");
    }
}

public sealed class WhatABrowserCannotSendTests
{
    [Fact]
    public void WhatABrowserCannotSend_IsNamed()
    {
        var all = BrowserWay.All().ToArray();

        var cannot = all.Where(way => way.Cannot is not null).GroupBy(way => way.Cannot!).Select(group => $"{group.Key}: {group.Count()}").Order(StringComparer.Ordinal);

        cannot.ShouldBe(
        [
            "a browser always says the port of a tunnel: 1",
            "a browser says no name in the hello where the address is a number: 1",
            "a browser writes its own head and lines: 35",
            "a browser writes its own hello: 6",
            "a browser's hello says the name that it asked the proxy for: 5",
            "a browser's tunnel begins with a hello: 4",
            "no browser speaks this scheme: 5",
            "nothing that comes to a proxy: 5",
        ]);
        all.Length.ShouldBe(205);
    }
}
