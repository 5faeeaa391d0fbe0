using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Squid.Tunnels;
using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>What is open at the pupils' door does not outlive by much what opened it; and nobody is cut off from help.</summary>
public sealed class TunnelTests : IAsyncLifetime
{
    private readonly SetClock _clock = new();
    private readonly ScriptedIcap _icap = new();
    private readonly SquidLab _lab;

    public TunnelTests() => _lab = new SquidLab([_icap.Port], change: settings => !Socket.OSSupportsIPv6 ? settings : settings with { Pupils = new() { Listen = [.. settings.Pupils.Listen, $"[::1]:{new Uri($"http://{settings.Pupils.Listen[0]}").Port}"], Networks = ["127.0.0.0/8", "::1/128"] } });

    public async ValueTask InitializeAsync() => await _lab.StartAsync();

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        _icap.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Seen before there was a keeper: with an exception over, a tunnel that moved a byte a minute stayed open without end, also across a configuration read anew.</summary>
    [Fact]
    public async Task APupilsTunnel_EndsAfterItsTime_HoweverBusy_AndIsJudgedAnew()
    {
        using var tunnel = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");
        using var staff = await LabTunnel.OpenAsync(_lab.Staff, "good.test");
        using var kept = await RequestAsync(_lab.Pupils);
        var keeper = Keeper();

        (await LookAsync(keeper)).ShouldBe((0, 0, true));
        _clock.Pass(TimeSpan.FromMinutes(59));
        (await LookAsync(keeper)).ShouldBe((0, 0, true));
        foreach (var one in new[] { tunnel, help, staff }) (await one.IsAliveAsync()).ShouldBeTrue();
        using var late = await LabTunnel.OpenAsync(_lab.Pupils, "other.test");
        _clock.Pass(TimeSpan.FromMinutes(2));
        (await LookAsync(keeper)).ShouldBe((0, 2, true), "the tunnel and what is kept open for plain pages");

        (await tunnel.IsAliveAsync()).ShouldBeFalse();
        (await kept.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken)).ShouldBe(0);
        (await help.IsAliveAsync()).ShouldBeTrue("a child who talks to a helpline is not cut off");
        (await staff.IsAliveAsync()).ShouldBeTrue();

        _icap.Manner = IcapManner.Blocks;
        _lab.Origin.Forget();
        await RawClient.TunnelAsync(_lab.Pupils, "good.test:443", Hello.Named("good.test"), TimeSpan.FromSeconds(5));
        _lab.Origin.Arrived.ShouldBeEmpty();
    }

    /// <summary>One connection, two requests: what was a helpline's a moment ago may carry something else now.</summary>
    [Fact]
    public async Task AHelplineFirst_DoesNotShieldWhatComesAfter()
    {
        using var client = await RequestAsync(_lab.Pupils, "helpline.test");
        await AskAsync(client, "good.test");

        TunnelKeeper.CloseAll(_lab.Settings.Pupils.Listen, null).ShouldBe((1, 0, true));
    }

    [Fact]
    public async Task OverIPv6_ItIsTheSame()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var client = await RequestAsync(_lab.Pupils, at: IPAddress.IPv6Loopback);
        using var help = await RequestAsync(_lab.Pupils, "helpline.test", IPAddress.IPv6Loopback);

        TunnelKeeper.CloseAll(_lab.Settings.Pupils.Listen, IPAddress.IPv6Loopback).ShouldBe((1, 1, true));
        (await client.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken)).ShouldBe(0);
        await AskAsync(help, "helpline.test");
    }

    [Fact]
    public async Task ByHand_EverythingOfADoorOrOfOneDevice_IsClosedAtOnce()
    {
        using var tunnel = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");
        using var staff = await LabTunnel.OpenAsync(_lab.Staff, "good.test");
        File.WriteAllText(_lab.Beside("squid.json"), string.Create(CultureInfo.InvariantCulture, $$"""{ "folder": "squid", "pupils": { "listen": ["127.0.0.1:{{_lab.Pupils}}"] }, "staff": { "listen": ["127.0.0.1:{{_lab.Staff}}"] } }"""));
        var folder = Path.GetDirectoryName(_lab.Beside("squid.json"))!;
        var (output, error) = (new StringWriter(), new StringWriter());

        CloseTunnels.Run(folder, "10.1.2.3", false, output, error).ShouldBe(0);
        (await tunnel.IsAliveAsync()).ShouldBeTrue();
        CloseTunnels.Run(folder, "127.0.0.1", false, output, error).ShouldBe(0);
        (await tunnel.IsAliveAsync()).ShouldBeFalse();
        (await help.IsAliveAsync()).ShouldBeTrue();
        (await staff.IsAliveAsync()).ShouldBeTrue();
        output.ToString().ShouldContain("Closed: 1. Left open, because they lead to helplines: 1.");
        CloseTunnels.Run(folder, null, true, output, error).ShouldBe(0);
        (await staff.IsAliveAsync()).ShouldBeFalse();
        CloseTunnels.Run(folder, "nowhere", false, output, error).ShouldBe(2);
    }

    /// <summary>An exception has ended: however short a tunnel has been open, it is closed; a child who talks to a helpline is not.</summary>
    [Fact]
    public async Task WhenAnExceptionEnds_WhatIsOpenForPupilsIsClosed()
    {
        using var tunnel = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");
        using var staff = await LabTunnel.OpenAsync(_lab.Staff, "good.test");

        (await LookAsync(Keeper(), somethingEnded: true)).ShouldBe((1, 0, true));

        (await tunnel.IsAliveAsync()).ShouldBeFalse();
        (await help.IsAliveAsync()).ShouldBeTrue();
        (await staff.IsAliveAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task WhenSquidBeganAnew_ItsConnectionsAreFoundAgain()
    {
        var keeper = Keeper();
        await LookAsync(keeper);
        _lab.Stop();
        await _lab.StartAsync();
        using var tunnel = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");

        (await LookAsync(keeper, somethingEnded: true)).ShouldBe((1, 0, true));

        (await tunnel.IsAliveAsync()).ShouldBeFalse();
    }

    /// <summary>The whole way: somebody takes an exception out of the policy, and the program beside Squid closes what it had opened.</summary>
    [Fact]
    public async Task WhenAnExceptionIsTakenOutOfThePolicy_WhatWatchesSquidClosesItsTunnel()
    {
        var policy = _lab.Beside("policy.yml");
        const string Rest = "policy: 1\nschool: A school\nlowest level: pupils\nlevels:\n  pupils: { title: Pupils }\n";
        await File.WriteAllTextAsync(policy, Rest + "exceptions:\n  - { open: good.test }\n", TestContext.Current.CancellationToken);
        var (watch, said) = (WatchSquid.Of(_lab.Settings, Path.GetDirectoryName(policy)!, _clock), new StringWriter());
        using var tunnel = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");

        await watch.LookAsync(said, TestContext.Current.CancellationToken);
        (await tunnel.IsAliveAsync()).ShouldBeTrue();
        await File.WriteAllTextAsync(policy, Rest, TestContext.Current.CancellationToken);
        await watch.LookAsync(said, TestContext.Current.CancellationToken);

        (await tunnel.IsAliveAsync()).ShouldBeFalse();
        (await help.IsAliveAsync()).ShouldBeTrue();
        said.ToString().ShouldContain("1 connections were closed");
    }

    // No gateway says anything of tunnels here: what holds is what holds without its word.
    private TunnelKeeper Keeper() => new(_lab.Settings, new AskGateways(_lab.Settings.SecondDoors, new GateKey(null)), _clock);

    private static async Task<(int Ended, int Overdue, bool IsAllowed)> LookAsync(TunnelKeeper keeper, bool somethingEnded = false)
    {
        var look = await keeper.LookAsync(somethingEnded, TestContext.Current.CancellationToken);
        return (look.Ended, look.Overdue, look.IsAllowed);
    }

    private static async Task<TcpClient> RequestAsync(int port, string name = "good.test", IPAddress? at = null)
    {
        var client = new TcpClient((at ?? IPAddress.Loopback).AddressFamily);
        await client.ConnectAsync(at ?? IPAddress.Loopback, port);
        await AskAsync(client, name);
        return client;
    }

    private static async Task AskAsync(TcpClient client, string name)
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET http://{name}/ HTTP/1.1\r\nHost: {name}\r\n\r\n"));
        var head = (await PlainWire.ReadHeadAsync(client.GetStream(), CancellationToken.None))!;
        head.ShouldStartWith("HTTP/1.1 200");
        await client.GetStream().ReadExactlyAsync(new byte[int.Parse(PlainWire.Header(head, "Content-Length")!, CultureInfo.InvariantCulture)]);
    }

    private sealed class SetClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _now += time.Ticks;

        public override long GetTimestamp() => _now;
    }
}

public sealed class DoorConnectionsTests
{
    [Theory]
    [InlineData("0100007F:0C38", "127.0.0.1:3128")]
    [InlineData("0000000000000000FFFF00000200000A:01BB", "10.0.0.2:443")]
    [InlineData("B80D0120000000000000000001000000:1F90", "[2001:db8::1]:8080")]
    public void AnAddressOfTheKernel_IsRead(string text, string expected)
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The kernel writes its own number.");
        DoorConnections.EndOf(text).ShouldBe(IPEndPoint.Parse(expected));
    }
}
