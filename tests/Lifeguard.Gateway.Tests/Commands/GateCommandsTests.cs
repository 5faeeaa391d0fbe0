using System.Net;
using System.Net.Sockets;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Gateway.Tests.Commands;

public sealed class GateCommandsTests
{
    [Fact]
    public void TheLimits_FollowFromTheSettings()
    {
        var policy = Policy.Read("policy.yml", "policy: 1\nschool: A school\nlowest level: a\nlevels:\n  a: { title: Everybody }\n", out _)!;
        var settings = new SquidSettings { Folder = "/tmp/gate", Pupils = new() { Listen = ["127.0.0.1:3128"] } };
        string Titles(SquidSettings one, NameList? @sealed, GateLimits.Probed probed) => string.Join('\n', GateLimits.Of(one, policy, @sealed, probed).Select(limit => $"{limit.Title} {limit.Words}"));

        var plain = Titles(settings, NameList.Of(["sealed.lifeguard.example"]), new(null, null, null));
        plain.ShouldContain("Lists of illegal material are not here");
        plain.ShouldContain("Pages of https are not read");
        plain.ShouldContain("was not tried");

        var more = Titles(
            settings with { Decryption = new() { Authority = "/tmp/a.pem" }, SignIn = new(), Staff = new() { Listen = ["127.0.0.1:3129"], WhenGateFails = WhenGateFails.Open } },
            NameList.Of(["really-sealed.net"]), new(true, true, false));
        more.ShouldNotContain("illegal");
        more.ShouldContain("Staff browse unfiltered");
        more.ShouldContain("browsers can go past the gate");
        more.ShouldContain("Firefox will use");
        more.ShouldNotContain("not well");
        Titles(settings, null, new(null, null, null, ["The probe \"pupils\" has not seen what it should 2 times: open."])).ShouldStartWith("The gate is not well The probe");
    }

    /// <summary>Against a world of our own: somebody who answers QUIC, a name server's port, a name that can be looked up; then none of them. The gateway is a real one.</summary>
    [Fact]
    public async Task TheProbes_SeeWhatPasses_AndWhatTheRunningGatewaySaysOfItself()
    {
        await using var gate = await RunningGate.StartAsync();
        using var quic = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var names = new TcpListener(IPAddress.Loopback, 0);
        names.Start();
        var answering = Task.Run(async () =>
        {
            var asked = await quic.ReceiveAsync(TestContext.Current.CancellationToken);
            // A packet with a long head that asks for a version must be as long as this to be answered at all.
            asked.Buffer.Length.ShouldBe(1200);
            await quic.SendAsync("\u0080\0\0\0\0"u8.ToArray(), asked.RemoteEndPoint, TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);

        var open = await new ProbeNetwork((IPEndPoint)quic.Client.LocalEndPoint!, (IPEndPoint)names.LocalEndpoint, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), gate.Health).RunAsync(TestContext.Current.CancellationToken);
        await answering;
        (open.QuicPasses, open.SecretNamesPass, open.CanaryIsShut).ShouldBe((true, true, false));
        open.Faults.ShouldBeEmpty();

        File.WriteAllText(Path.Combine(gate.Folder, "overlay.yml"), "{{{");
        await RunningGate.UntilAsync(() => gate.Live.Faults.Count > 0);
        var free = new IPEndPoint(IPAddress.Loopback, FreePorts.Next());
        var shut = await new ProbeNetwork(free, free, (_, _) => throw new SocketException((int)SocketError.HostNotFound), gate.Health).RunAsync(TestContext.Current.CancellationToken);
        (shut.QuicPasses, shut.SecretNamesPass, shut.CanaryIsShut).ShouldBe((false, false, true));
        shut.Faults!.ShouldHaveSingleItem().ShouldContain("overlay.yml");

        var silent = await new ProbeNetwork(free, free, (_, _) => throw new SocketException((int)SocketError.TryAgain), new Uri($"http://{free}")).RunAsync(TestContext.Current.CancellationToken);
        silent.CanaryIsShut.ShouldBeNull();
        silent.Faults!.ShouldHaveSingleItem().ShouldContain("No gateway");
    }
}
