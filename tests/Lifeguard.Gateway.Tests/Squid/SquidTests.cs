using System.Globalization;
using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>What Squid does by itself, beside a filter that lets everything through.</summary>
public sealed class SquidTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly ScriptedIcap _icap = new();
    private readonly SquidLab _lab;

    public SquidTests() => _lab = new SquidLab([_icap.Port]);

    public async ValueTask InitializeAsync() => await _lab.StartAsync();

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        _icap.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AGate_LetsThroughWhatTheFilterAllows_AndTellsItTheDoorTheStepAndTheName()
    {
        (await RawClient.GetAsync(_lab.Pupils, "http://good.test/a?q=1", Patience)).ShouldContain("the origin answers http://good.test/a?q=1", customMessage: _lab.Log());
        (await RawClient.GetAsync(_lab.Staff, "http://good.test/b", Patience)).ShouldContain("the origin answers http://good.test/b");
        var (answer, _) = await RawClient.TunnelAsync(_lab.Pupils, "good.test:443", Hello.Named("other.test"), Patience);
        answer.ShouldStartWith("HTTP/1.1 200");

        _lab.Origin.Arrived.ShouldBe(["GET http://good.test/a?q=1", "GET http://good.test/b", "CONNECT good.test:443"]);
        var asked = _icap.Shown.Where(shown => shown.StartsWith("REQMOD", StringComparison.Ordinal)).ToArray();
        asked.Select(shown => PlainWire.Header(shown, "X-Filter-Port")).ShouldBe(["pupils", "staff", "pupils", "pupils"]);
        asked.Select(shown => PlainWire.Header(shown, "X-Filter-Stage")).ShouldBe([null, null, "1", "2"]);
        asked.Select(shown => PlainWire.Header(shown, "X-Filter-Sni")).ShouldBe(["-", "-", "-", "other.test"]);
        asked.ShouldAllBe(shown => PlainWire.Header(shown, "X-Client-IP") == "127.0.0.1");
        // The website learns nothing of who asked, and nothing of a proxy.
        _lab.Origin.LastHead.ShouldNotContain("Forwarded");
        _lab.Origin.LastHead.ShouldNotContain("Via:");
        _lab.Log().ShouldNotContain("ERROR");
        _lab.Log().ShouldNotContain("FATAL");
    }

    /// <summary>A filter that fails with every request: whatever still reaches the origin was let through by Squid alone.</summary>
    [Fact]
    public async Task Helplines_AreOpenWithoutTheFilter_AndNothingElseHidesInThem()
    {
        _icap.Manner = IcapManner.Gone;

        (await RawClient.GetAsync(_lab.Pupils, "http://www.helpline.test/talk", Patience)).ShouldContain("the origin answers");
        await RawClient.TunnelAsync(_lab.Pupils, "helpline.test:443", Hello.Named("helpline.test"), Patience);
        await RawClient.TunnelAsync(_lab.Pupils, "helpline.test:443", Hello.Named("other.test"), Patience);
        await RawClient.TunnelAsync(_lab.Pupils, "helpline.test:443", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), Patience);

        _lab.Origin.Arrived.ShouldBe(["GET http://www.helpline.test/talk", "CONNECT helpline.test:443"]);
        _icap.Shown.ShouldBeEmpty();
        _lab.Stop();
        var log = await File.ReadAllTextAsync(_lab.Files.AccessLog, TestContext.Current.CancellationToken);
        log.ShouldNotContain("helpline");
        log.ShouldNotContain("other.test");
        log.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task ThePageOfAFailure_IsOurs_WithHelplines()
    {
        _icap.Manner = IcapManner.Status500;

        foreach (var port in new[] { _lab.Pupils, _lab.Staff })
        {
            var page = await RawClient.GetAsync(port, "http://good.test/", Patience);

            RawClient.Status(page).ShouldBeInRange(500, 599);
            page.ShouldContain("0800 1111");
            page.ShouldContain("You did nothing wrong");
            page.ShouldNotContain("good.test");
            page.ShouldNotContain("5.7");
            page.ShouldNotContain("%");
        }

        var denied = await RawClient.GetAsync(_lab.Pupils, "http://sealed.test/", Patience);
        RawClient.Status(denied).ShouldBe(403);
        denied.ShouldContain("0800 1111");
        denied.ShouldNotContain("sealed");
        _lab.Origin.Arrived.ShouldBeEmpty();
    }

    /// <summary>Doors that Squid shuts whatever a filter says: here it allows everything.</summary>
    [Theory]
    [InlineData("http://sealed.test/", "sealed names")]
    [InlineData("http://www.sealed.test/", "below sealed names")]
    [InlineData("http://SEALED.test./", "sealed names in other dress")]
    [InlineData("http://good.test/sealed/page", "sealed pages")]
    [InlineData("http://good.test/se%61led/page", "sealed pages in other dress")]
    [InlineData("http://www.good.test:80/sealed/page?x", "sealed pages below the name")]
    [InlineData("http://rebind.test/", "names that lead inside")]
    [InlineData("http://loop.test/", "names that lead to the machine")]
    [InlineData("http://good.test:8080/", "other ports")]
    [InlineData("ftp://good.test/", "other schemes")]
    [InlineData("http://198.51.100.1/", "bare numbers")]
    [InlineData("http://3325256705/", "bare numbers as one")]
    [InlineData("http://0xc6336401/", "bare numbers in hexadecimal")]
    [InlineData("http://0306.063.0144.01/", "bare numbers in octal")]
    [InlineData("http://[2001:db8::1]/", "IPv6")]
    [InlineData("http://[::ffff:198.51.100.1]/", "IPv4 in IPv6")]
    [InlineData("cache_object://127.0.0.1/info", "Squid's own pages")]
    [InlineData("http://127.0.0.1/squid-internal-mgr/info", "Squid's own pages")]
    public async Task AShutDoor_IsShutInSquid(string address, string why)
    {
        var answer = await RawClient.GetAsync(_lab.Pupils, address, Patience);

        RawClient.Status(answer).ShouldBeGreaterThanOrEqualTo(400, why);
        _lab.Origin.Arrived.ShouldBeEmpty(why);
    }

    [Theory]
    [InlineData("good.test:22")]
    [InlineData("good.test:80")]
    [InlineData("good.test:8443")]
    [InlineData("198.51.100.1:443")]
    [InlineData("[2001:db8::1]:443")]
    [InlineData("sealed.test:443")]
    [InlineData("rebind.test:443")]
    public async Task ATunnelThatIsNone_IsShutInSquid(string authority)
    {
        // Squid may take up the hello itself, to say no within the tunnel; of a website nothing comes.
        await RawClient.TunnelAsync(_lab.Pupils, authority, Hello.Named("good.test"), Patience);

        _lab.Origin.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task ASealedNameInAHello_EndsTheTunnel()
    {
        foreach (var port in new[] { _lab.Pupils, _lab.Staff })
        {
            await RawClient.TunnelAsync(port, "good.test:443", Hello.Named("sealed.test"), Patience);
            await RawClient.TunnelAsync(port, "good.test:443", Hello.Named("WWW.SEALED.TEST"), Patience);
            await RawClient.TunnelAsync(port, "helpline.test:443", Hello.Named("www.sealed.test"), Patience);
        }

        _lab.Origin.Arrived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("FOO")]
    [InlineData("PURGE")]
    public async Task AnOddMethod_IsShutInSquid(string method)
    {
        var answer = await RawClient.SayAsync(_lab.Pupils, string.Create(CultureInfo.InvariantCulture, $"{method} http://good.test/ HTTP/1.1\\r\\nHost: good.test\\r\\nConnection: close\\r\\n\\r\\n"), Patience);

        RawClient.Status(answer).ShouldBeGreaterThanOrEqualTo(400);
        _lab.Origin.Arrived.ShouldBeEmpty();
    }
}
