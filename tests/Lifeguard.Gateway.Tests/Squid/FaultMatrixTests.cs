using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>
/// Whatever a filter does wrong: no pupil's request reaches a website that the filter has not judged, helplines stay open, and pages open
/// again soon after the filter is well. The fast tier tries each fault with one request of each kind; the long tier all of them at both ports.
/// </summary>
public sealed class FaultMatrixTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static readonly IcapManner[] Quick = [IcapManner.Closes, IcapManner.Status404, IcapManner.Status500, IcapManner.Status503, IcapManner.Garbage, IcapManner.Truncated, IcapManner.WrongLength, IcapManner.Gone];
    private static readonly IcapManner[] Slow = [IcapManner.Hangs, IcapManner.Slow3, IcapManner.Slow10];

    [Fact]
    public async Task NoFault_LetsAPupilThrough_AndHelplinesStayOpen()
    {
        using var icap = new ScriptedIcap();
        using var lab = new SquidLab([icap.Port]);
        await lab.StartAsync();

        foreach (var manner in Quick.Concat(Full ? Slow : [IcapManner.Hangs]))
        {
            icap.Manner = manner;
            await NobodyPassesAsync(lab, lab.Pupils, manner.ToString());
            if (Full) await NobodyPassesAsync(lab, lab.Staff, manner.ToString());
        }

        // One that answers late but in time is an answer.
        icap.Manner = IcapManner.Slow1;
        (await RawClient.GetAsync(lab.Pupils, "http://good.test/", Patience)).ShouldContain("the origin answers");
    }

    [Fact]
    public async Task AFilterThatIsNotThere_LetsNobodyThrough_AndIsUsedAgainWhenItComes()
    {
        var port = FreePorts.Next();
        using var lab = new SquidLab([port]);
        await lab.StartAsync();
        // A filter that was not there when Squid first asked for it is asked again after half a minute only, whatever the settings say (platform
        // trap); whoever starts both starts the filter first. So this is for the long tier.
        if (Full) await NobodyPassesAsync(lab, lab.Pupils, "never started");

        using (var first = new ScriptedIcap(port))
        {
            await ComesBackAsync(lab, "started");
        }

        await NobodyPassesAsync(lab, lab.Pupils, "killed");
        using var second = new ScriptedIcap(port);
        await ComesBackAsync(lab, "restarted");
    }

    [Fact]
    public async Task TheSecondFilter_TakesOver_WhenTheFirstIsGone()
    {
        using var first = new ScriptedIcap();
        using var second = new ScriptedIcap();
        using var lab = new SquidLab([first.Port, second.Port]);
        await lab.StartAsync();
        (await RawClient.GetAsync(lab.Pupils, "http://good.test/", Patience)).ShouldContain("the origin answers");

        first.Dispose();

        await ComesBackAsync(lab, "one of two killed");
        second.Shown.ShouldContain(shown => shown.StartsWith("REQMOD", StringComparison.Ordinal));
        second.Manner = IcapManner.Blocks;
        lab.Origin.Forget();
        await RawClient.GetAsync(lab.Pupils, "http://good.test/", Patience);
        lab.Origin.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhereStaffStaysOpen_PupilsAreShutAllTheSame_AndTheSealedListHoldsForBoth()
    {
        using var icap = new ScriptedIcap();
        using var lab = new SquidLab([icap.Port], staffOpens: true);
        await lab.StartAsync();
        (await RawClient.GetAsync(lab.Staff, "http://good.test/", Patience)).ShouldContain("the origin answers");

        foreach (var manner in Full ? Quick.Where(manner => manner is not (IcapManner.WrongLength or IcapManner.Truncated)).Append(IcapManner.Hangs) : [IcapManner.Status500, IcapManner.Gone])
        {
            icap.Manner = manner;
            await NobodyPassesAsync(lab, lab.Pupils, $"{manner}, staff open");

            // A filter that is there and answers nonsense is not always passed by (an answer's body may be with it already); one that is gone is.
            if (manner == IcapManner.Gone) (await RawClient.GetAsync(lab.Staff, "http://good.test/", Patience)).ShouldContain("the origin answers");
            lab.Origin.Forget();
            await RawClient.GetAsync(lab.Staff, "http://sealed.test/", Patience);
            await RawClient.TunnelAsync(lab.Staff, "good.test:443", Hello.Named("sealed.test"), Patience);
            lab.Origin.Arrived.ShouldBeEmpty(manner.ToString());
        }

        // A filter that says no is heard, by staff too.
        icap.Manner = IcapManner.Blocks;
        lab.Origin.Forget();
        (await RawClient.GetAsync(lab.Staff, "http://good.test/", Patience)).ShouldContain("blocked");
        lab.Origin.Arrived.ShouldBeEmpty();
    }

    /// <summary>The gateway itself, three times in the fast tier and twenty in the long one, while a pupil asks and asks.</summary>
    [Fact]
    public async Task AGatewayThatStartsAgainAndAgain_LetsNobodyThrough_AndDecidesAfterwards()
    {
        var gateway = await LabGateway.StartAsync();
        var port = gateway.Port;
        using var lab = new SquidLab([port], staffOpens: true);
        await lab.StartAsync();
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await Task.WhenAll(
                    RawClient.GetAsync(lab.Pupils, "http://blocked.test/", Patience),
                    RawClient.SayAsync(lab.Pupils, "POST http://blocked.test/ HTTP/1.1\\r\\nHost: blocked.test\\r\\nContent-Length: 5\\r\\nConnection: close\\r\\n\\r\\nhello", Patience),
                    RawClient.TunnelAsync(lab.Pupils, "blocked.test:443", Hello.Named("blocked.test"), Patience));
        }, TestContext.Current.CancellationToken);

        for (var round = 0; round < (Full ? 20 : 3); round++)
        {
            await gateway.DisposeAsync();
            gateway = await LabGateway.StartAsync(port: port);
        }

        await stop.CancelAsync();
        await asking;
        lab.Origin.Arrived.ShouldBeEmpty();
        // Squid asks a filter what it can do once in half a minute at most, whatever the settings say: that is how long it may stay closed then.
        if (Full) await ComesBackAsync(lab, "started again and again");
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task SquidKilledOrReadAnew_LetsNobodyThrough()
    {
        using var icap = new ScriptedIcap { Manner = IcapManner.Blocks };
        using var lab = new SquidLab([icap.Port]);
        await lab.StartAsync();

        using var stop = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await RawClient.GetAsync(lab.Pupils, "http://good.test/", Patience);
                }
                catch (System.Net.Sockets.SocketException)
                {
                    // Squid is not there at the moment: nothing opens.
                }
            }
        }, TestContext.Current.CancellationToken);
        for (var round = 0; round < (Full ? 20 : 3); round++)
        {
            lab.Reload();
            await Task.Delay(100, TestContext.Current.CancellationToken);
            lab.Kill();
            await lab.StartAsync();
        }

        await stop.CancelAsync();
        await asking;
        lab.Origin.Arrived.ShouldBeEmpty();
        icap.Shown.ShouldNotBeEmpty();
    }

    private static async Task NobodyPassesAsync(SquidLab lab, int port, string what)
    {
        lab.Origin.Forget();
        var get = RawClient.GetAsync(port, "http://good.test/", Patience);
        var post = RawClient.SayAsync(port, "POST http://good.test/ HTTP/1.1\\r\\nHost: good.test\\r\\nContent-Length: 5\\r\\nConnection: close\\r\\n\\r\\nhello", Patience);
        var tunnel = RawClient.TunnelAsync(port, "good.test:443", Hello.Named("good.test"), Patience);
        await Task.WhenAll(get, post, tunnel);

        lab.Origin.Arrived.ShouldBeEmpty(what);
        (await get).ShouldNotContain("the origin answers");
        var help = await RawClient.GetAsync(port, "http://helpline.test/", Patience);
        help.ShouldContain("the origin answers", customMessage: what);
        await RawClient.TunnelAsync(port, "helpline.test:443", Hello.Named("helpline.test"), Patience);
        lab.Origin.Arrived.ShouldBe(["GET http://helpline.test/", "CONNECT helpline.test:443"], what);
    }

    /// <summary>Well within the time that Squid is told to wait before it asks again.</summary>
    private static async Task ComesBackAsync(SquidLab lab, string what)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if ((await RawClient.GetAsync(lab.Pupils, "http://good.test/", Patience)).Contains("the origin answers", StringComparison.Ordinal)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new Xunit.Sdk.XunitException($"Nothing opens again after the filter was {what}. {lab.Log()}");
    }
}
