using System.Net;
using System.Net.Sockets;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Probes;
using Lifeguard.Gateway.Tests.Spool;
using Lifeguard.Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Probes;

public sealed class ProberTests : IDisposable
{
    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);
    private readonly SpoolPlace.HandClock _clock = new();
    private volatile string _answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    public ProberTests()
    {
        _proxy.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await _proxy.AcceptTcpClientAsync();
                await client.GetStream().ReadExactlyAsync(new byte[16]);
                await client.GetStream().WriteAsync(Ask.Bytes(_answer));
            }
        });
    }

    public void Dispose() => _proxy.Dispose();

    private Prober Prober(string url, bool isToBeBlocked = true) => new(
        new GatewaySettings { Folder = "/nowhere", Probes = [new ProbeSettings("pupils", new Uri($"http://{_proxy.LocalEndpoint}"), new Uri(url), isToBeBlocked)] },
        _clock, NullLogger<Prober>.Instance);

    [Theory]
    [InlineData("http://probe.test/")]
    [InlineData("https://probe.test/")]
    public async Task Probe_SeesTheGateShut_AndTwoMissesAreAFault(string url)
    {
        using var prober = Prober(url);
        (await prober.ProbeAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Saw.ShouldBe("blocked"), one => one.Misses.ShouldBe(0));

        _answer = url.StartsWith("https", StringComparison.Ordinal) ? "" : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].IsFault.ShouldBeFalse();
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].IsFault.ShouldBeTrue();

        _answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].Misses.ShouldBe(0);
    }

    /// <summary>Squid is started after the gateway: a door is given a minute to be there at all.</summary>
    [Fact]
    public async Task DoorThatIsNotUpYet_IsNoMiss_ForAMinute()
    {
        using var prober = Prober("http://probe.test/");
        _proxy.Stop();
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].ShouldSatisfyAllConditions(one => one.Saw.ShouldBe("not up yet"), one => one.Misses.ShouldBe(0), one => one.IsRight.ShouldBeFalse());
        _clock.Move(TimeSpan.FromSeconds(59));
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].Misses.ShouldBe(0);
        _clock.Move(TimeSpan.FromSeconds(1));
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].ShouldSatisfyAllConditions(one => one.Saw.ShouldBe("no answer"), one => one.Misses.ShouldBe(1));
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].IsFault.ShouldBeTrue();
    }

    [Fact]
    public async Task HelplineThatDoesNotOpen_IsAMissToo_AndSoIsAProxyThatIsGone()
    {
        using var prober = Prober("http://help.test/", isToBeBlocked: false);
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].Misses.ShouldBe(1);

        _proxy.Stop();
        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].ShouldSatisfyAllConditions(one => one.Saw.ShouldBe("no answer"), one => one.IsFault.ShouldBeTrue());
    }

    /// <summary>The test address leads nowhere: a Squid that asks no filter cannot fetch it, and that is how an open gate looks.</summary>
    [Theory]
    [InlineData("503 Service Unavailable", "ERR_DNS_FAIL 0", "open")]
    [InlineData("503 Service Unavailable", "ERR_CONNECT_FAIL 111", "open")]
    [InlineData("502 Bad Gateway", "ERR_READ_ERROR 0", "open")]
    [InlineData("500 Internal Server Error", "ERR_ICAP_FAILURE 0", "status 500")]
    [InlineData("407 Proxy Authentication Required", "ERR_CACHE_ACCESS_DENIED 0", "status 407")]
    [InlineData("503 Service Unavailable", null, "status 503")]
    public async Task WhatSquidCouldNotFetch_NothingHadBlocked(string status, string? error, string saw)
    {
        using var prober = Prober("http://adult.lifeguard.example/");
        _answer = $"HTTP/1.1 {status}\r\n{(error is null ? "" : $"X-Squid-Error: {error}\r\n")}Content-Length: 0\r\nConnection: close\r\n\r\n";

        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].Saw.ShouldBe(saw);
    }

    /// <summary>A door that sends the test away has asked no filter; its page looks like a block and is none.</summary>
    [Theory]
    [InlineData(null, "blocked", 0)]
    [InlineData("403:ERR_ACCESS_DENIED 0", "blocked", 0)]
    [InlineData("403:ERR_FORWARDING_DENIED 0", "not let in", 1)]
    public async Task WhoIsNotLetIn_HasNotSeenABlock(string? error, string saw, int misses)
    {
        using var prober = Prober("http://adult.lifeguard.example/");
        _answer = $"HTTP/1.1 403 Forbidden\r\n{(error is null ? "" : $"X-Squid-Error: {error}\r\n")}Content-Length: 0\r\nConnection: close\r\n\r\n";

        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].ShouldSatisfyAllConditions(one => one.Saw.ShouldBe(saw), one => one.Misses.ShouldBe(misses));
    }

    [Fact]
    public async Task ATunnelThatFailed_IsNotTakenForBlocked()
    {
        using var prober = Prober("https://adult.lifeguard.example/");
        _answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].Saw.ShouldBe("status 503");
    }
}
