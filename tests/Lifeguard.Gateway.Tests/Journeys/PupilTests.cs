using Deque.AxeCore.Playwright;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Tests.Shared;
using Microsoft.Playwright;

namespace Lifeguard.Gateway.Tests.Journeys;

/// <summary>A pupil at a browser whose pages come through a real Squid and the gateway.</summary>
public sealed class PupilTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-pupil-").FullName;
    private LabGateway _gateway = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await LabGateway.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _chromium = await QuietChromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
        await _gateway.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Requirement("A-222")]
    public async Task Pupil_MeetsAPageThatSaysWhyWhoAndWhereHelpIs_OnAPhoneAndWithoutScripts()
    {
        using var lab = new SquidLab([_gateway.Port]);
        await lab.StartAsync();
        await using var context = await EnterAsync(lab, new() { ViewportSize = new() { Width = 360, Height = 720 }, JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        (await page.GotoAsync("http://good.test/lesson"))!.Status.ShouldBe(200);
        foreach (var address in new[] { "http://blocked.test/page?x=<script>", "HTTP://WWW.BLOCKED.TEST./", "http://good.test/x/../b%61d/" })
        {
            var answer = await page.GotoAsync(address);
            answer!.Status.ShouldBe(403, address);
            (await page.Locator("h1").InnerTextAsync()).ShouldBe("This page does not open here");
        }

        await page.GotoAsync("http://blocked.test/page");
        var said = await page.Locator("main").InnerTextAsync();
        said.ShouldContain("Adult");
        said.ShouldContain("You did nothing wrong");
        said.ShouldContain("Your school decided this");
        said.ShouldContain("0800 1111");
        (await page.GetByRole(AriaRole.Link, new() { Name = "Ask for this page" }).GetAttributeAsync("href")).ShouldBe("http://site.test/gate/ask");
        (await page.GetByRole(AriaRole.Link, new() { Name = "I need help" }).GetAttributeAsync("href")).ShouldBe("http://site.test/report");
        lab.Origin.Arrived.ShouldAllBe(one => one.StartsWith("GET http://good.test/lesson", StringComparison.Ordinal) || one.EndsWith("/favicon.ico", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BlockPage_IsForEverybody_ByKeyAndOnPaper()
    {
        using var lab = new SquidLab([_gateway.Port]);
        await lab.StartAsync();
        await using var context = await EnterAsync(lab, new() { ViewportSize = new() { Width = 360, Height = 720 } });
        var page = await context.NewPageAsync();

        await page.GotoAsync("http://blocked.test/a-very-long-page-name-that-goes-on-and-on-without-a-single-place-to-break-the-line-anywhere");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("nothing is wider than a phone");
        (await page.RunAxe()).Violations.Select(one => one.Id).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.innerText")).ShouldBe("Ask for this page");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.innerText")).ShouldBe("I need help");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.RunAxe()).Violations.Select(one => one.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Https_OpensNoBlockedPage_AndShowsOursWhereItIsDecrypted()
    {
        using (var plain = new SquidLab([_gateway.Port]))
        {
            await plain.StartAsync();
            await using var context = await EnterAsync(plain, new() { IgnoreHTTPSErrors = true });
            var page = await context.NewPageAsync();
            (await page.GotoAsync("https://good.test/lesson"))!.Status.ShouldBe(200);
            await Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync("https://blocked.test/"));
            plain.Origin.Arrived.ShouldNotContain(one => one.Contains("blocked.test", StringComparison.Ordinal));
        }

        MakeAuthority.Run(_folder, "A school", TimeProvider.System, TextWriter.Null, TextWriter.Null).ShouldBe(0);
        using var decrypting = new SquidLab([_gateway.Port], change: settings => settings with { Decryption = new() { Authority = Path.Combine(_folder, MakeAuthority.Whole) } });
        await decrypting.StartAsync();
        await using var seeing = await EnterAsync(decrypting, new() { IgnoreHTTPSErrors = true });
        var shown = await seeing.NewPageAsync();
        (await shown.GotoAsync("https://good.test/lesson"))!.Status.ShouldBe(200);
        (await shown.GotoAsync("https://good.test/bad/page"))!.Status.ShouldBe(403, "only decryption sees a path");
        (await shown.GotoAsync("https://blocked.test/"))!.Status.ShouldBe(403);
        (await shown.Locator("h1").InnerTextAsync()).ShouldBe("This page does not open here");
        decrypting.Origin.Arrived.ShouldNotContain(one => one.Contains("GET https://blocked.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheGatewayIsGone_PagesStayClosedInOurWords_AndHelplinesOpen()
    {
        using var lab = new SquidLab([FreePorts.Next()]);
        await lab.StartAsync();
        await using var context = await EnterAsync(lab, new());
        var page = await context.NewPageAsync();

        (await page.GotoAsync("http://good.test/"))!.Status.ShouldBeGreaterThanOrEqualTo(400);
        (await page.Locator("body").InnerTextAsync()).ShouldContain("0800 1111");
        (await page.RunAxe()).Violations.Select(one => one.Id).ShouldBeEmpty();
        await page.SetViewportSizeAsync(360, 720);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("nothing is wider than a phone");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.RunAxe()).Violations.Select(one => one.Id).ShouldBeEmpty();
        (await page.GotoAsync("http://helpline.test/"))!.Status.ShouldBe(200);
        lab.Origin.Arrived.ShouldAllBe(one => one.StartsWith("GET http://helpline.test/", StringComparison.Ordinal));
    }

    private Task<IBrowserContext> EnterAsync(SquidLab lab, BrowserNewContextOptions options)
    {
        options.Proxy = new() { Server = $"http://127.0.0.1:{lab.Pupils}" };
        options.Locale = "en-GB";
        return _chromium.NewContextAsync(options);
    }
}
