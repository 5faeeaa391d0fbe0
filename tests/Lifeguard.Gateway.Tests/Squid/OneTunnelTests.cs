using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Squid.Tunnels;
using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>Gateway, Squid and the program beside it: the one tunnel whose time is over ends, and every other goes on (decision 0026).</summary>
public sealed class OneTunnelTests : IAsyncLifetime
{
    private const string Policy = "policy: 1\nschool: A school\nlowest level: pupils\ncategories:\n  fun: { title: Fun, lists: [circumvention] }\nlevels:\n  pupils: { title: Pupils, blocks: [fun] }\nhelplines: [helpline.test]\n";
    private const string Exception = "exceptions:\n  - { open: mirror.test }\n";

    private readonly SetClock _clock = new();
    private readonly StringWriter _said = new();
    private LabGateway _gateway = null!;
    private SquidLab _lab = null!;
    private WatchSquid _watch = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await StartAsync();
        _lab = new SquidLab([_gateway.Port], change: settings => settings with { SecondDoors = [$"http://127.0.0.1:{_gateway.Health}"] });
        await _lab.StartAsync();
        _watch = Watch();
        await LookAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _lab.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task WhenAnExceptionEnds_ItsTunnelIsClosed_AndNoOther()
    {
        using var opened = await LabTunnel.OpenAsync(_lab.Pupils, "mirror.test");
        using var other = await LabTunnel.OpenAsync(_lab.Pupils, "other.test");
        using var good = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");
        using var staff = await LabTunnel.OpenAsync(_lab.Staff, "mirror.test");
        await LookAsync();
        (await AliveAsync(opened, other, good, help, staff)).ShouldBe([true, true, true, true, true]);

        await TakeAsync(() => File.WriteAllText(_gateway.At("policy.yml"), Policy));
        await LookAsync();
        (await AliveAsync(opened, other, good, help, staff)).ShouldBe([false, true, true, true, true]);
        Said("1 connections were closed");

        // A list: no exception has ended, and nobody but the gateway knows.
        await TakeAsync(() => _gateway.WriteLists(("adult", "blocked.test\ngood.test/bad\n"), ("sealed", "sealed.test\n"), ("circumvention", "nip.test\ndoh.test\nproxy.test\nfront.test\nremote.test\nmirror.test\nother.test\n")));
        await LookAsync();
        (await AliveAsync(other, good, help, staff)).ShouldBe([false, true, true, true]);
        Said("1 connections were closed");
    }

    /// <summary>Whoever is vouched for need not be cut off: a lesson over video may take longer than an hour.</summary>
    [Fact]
    public async Task WhatAGatewayVouchesFor_GoesOn_UntilNobodyDoes()
    {
        using var good = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        await LookAsync();
        _clock.Pass(TimeSpan.FromHours(3));
        await LookAsync();
        (await good.IsAliveAsync()).ShouldBeTrue();

        await _gateway.DisposeAsync();
        await LookAsync();

        (await good.IsAliveAsync()).ShouldBeFalse();
        _said.ToString().ShouldContain("No gateway says which tunnels may go on");
        Said("1 connections had been open for too long");
    }

    /// <summary>A gateway that began anew does not know what is open: it goes on, but not beyond the end of any exception.</summary>
    [Fact]
    public async Task AfterARestart_WhatIsNotKnownIsClosed_WhenAnExceptionEnds()
    {
        using var before = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");
        var (port, health) = (_gateway.Port, _gateway.Health);
        await _gateway.DisposeAsync();
        _gateway = await StartAsync(port, health);
        _watch = Watch();
        await LookAsync();
        using var after = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        await LookAsync();
        (await AliveAsync(before, help, after)).ShouldBe([true, true, true]);

        await TakeAsync(() => File.WriteAllText(_gateway.At("policy.yml"), Policy));
        await LookAsync();

        (await AliveAsync(before, help, after)).ShouldBe([false, true, true]);
    }

    /// <summary>Whatever is said of a helpline's connection: its mark is read before anything is closed.</summary>
    [Fact]
    public async Task AHelpline_IsNotClosed_WhateverAGatewaySaysOfIt()
    {
        using var help = await LabTunnel.OpenAsync(_lab.Pupils, "helpline.test");
        using var good = await LabTunnel.OpenAsync(_lab.Pupils, "good.test");
        foreach (var tunnel in new[] { help, good })
        {
            using var line = new TcpClient("127.0.0.1", _gateway.Port);
            var icap = string.Create(CultureInfo.InvariantCulture, $"X-Filter-Stage: 2\r\nX-Filter-Sni: mirror.test\r\nX-Filter-Connection: {tunnel.Client.Address} {tunnel.Client.Port} 127.0.0.1 {_lab.Pupils}\r\n");
            (await RunningGate.AskAsync(line.GetStream(), Ask.Connect("mirror.test:443", "127.0.0.1", icap))).ShouldStartWith("ICAP/1.0 204");
        }

        await TakeAsync(() => File.WriteAllText(_gateway.At("policy.yml"), Policy));
        await LookAsync();

        (await AliveAsync(help, good)).ShouldBe([true, false]);
    }

    private static Task<LabGateway> StartAsync(int? port = null, int? health = null) => LabGateway.StartAsync(before: folder =>
    {
        File.WriteAllText(Path.Combine(folder, "policy.yml"), Policy + Exception);
        File.WriteAllText(Path.Combine(folder, "gate.key"), "a key of more than sixteen signs");
    }, port: port, health: health);

    private WatchSquid Watch() => WatchSquid.Of(_lab.Settings, _gateway.Folder, _clock);

    private Task LookAsync() => _watch.LookAsync(_said, TestContext.Current.CancellationToken);

    private async Task TakeAsync(Action change)
    {
        var before = _gateway.Live.Current;
        change();
        await RunningGate.UntilAsync(() => _gateway.Live.Current != before);
    }

    private static async Task<bool[]> AliveAsync(params LabTunnel[] tunnels)
    {
        List<bool> alive = [];
        foreach (var tunnel in tunnels) alive.Add(await tunnel.IsAliveAsync());
        return [.. alive];
    }

    private void Said(string text)
    {
        _said.ToString().ShouldContain(text);
        _said.GetStringBuilder().Clear();
    }

    private sealed class SetClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _now += time.Ticks;

        public override long GetTimestamp() => _now;
    }
}
