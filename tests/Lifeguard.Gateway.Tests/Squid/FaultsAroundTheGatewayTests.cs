using System.Security.Cryptography;
using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>
/// Faults under which the gateway goes on deciding: its clock, its disk, its lists, the site, the machine. In each what is listed stays shut and what is
/// not opens as before: a pupil, staff behind a closed door, staff behind one that opens when nobody decides; by GET, POST and CONNECT.
/// </summary>
public sealed class FaultsAroundTheGatewayTests(FaultsAroundTheGatewayTests.Place place) : IClassFixture<FaultsAroundTheGatewayTests.Place>
{
    private const string SpoolLog = Lifeguard.Gateway.Live.SpoolLog.FolderName;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>One gateway, and a Squid of each kind before it. Each test leaves it as it was.</summary>
    public sealed class Place : IAsyncLifetime
    {
        private readonly ECDiffieHellman _site = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        internal JumpingClock Clock { get; } = new();
        internal LabGateway Gateway { get; private set; } = null!;
        internal SquidLab Closed { get; private set; } = null!;
        internal SquidLab Open { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Gateway = await LabGateway.StartAsync(Clock, folder => File.WriteAllText(Path.Combine(folder, SpoolKey.PublicName), SpoolKey.PublicPem(_site)));
            (Closed, Open) = (new SquidLab([Gateway.Port]), new SquidLab([Gateway.Port], staffOpens: true));
            await Task.WhenAll(Closed.StartAsync(), Open.StartAsync());
        }

        public async ValueTask DisposeAsync()
        {
            Closed.Dispose();
            Open.Dispose();
            await Gateway.DisposeAsync();
            _site.Dispose();
        }
    }

    [Fact]
    public async Task AClockThatJumps_ChangesNoDecision()
    {
        foreach (var jump in new[] { TimeSpan.FromHours(2), TimeSpan.FromHours(-2), TimeSpan.FromDays(30), TimeSpan.FromDays(365 * 14), TimeSpan.FromDays(-365 * 50) })
        {
            place.Clock.Jump = jump;
            await AsBeforeAsync($"the clock jumped by {jump}");
        }

        place.Clock.Jump = TimeSpan.Zero;
    }

    /// <summary>The gateway needs neither: the site's name leads nowhere, nobody takes its log away, and there never was a database.</summary>
    [Fact]
    public async Task SiteAndDatabaseGone_ChangeNoDecision_AndWhatIsLoggedWaits()
    {
        File.Delete(place.Gateway.At("gate.key"));
        await AsBeforeAsync("site and database are gone");

        for (var tries = 0; tries < 200 && place.Gateway.Spool.Written is null or 0; tries++) await Task.Delay(25, TestContext.Current.CancellationToken);
        Directory.GetFiles(place.Gateway.At(SpoolLog), "*.seg").ShouldNotBeEmpty("how much may wait there is bounded, and what goes is counted: the spool's own tests");
    }

    [Fact]
    public async Task BusyProcessors_LetNobodyThrough_AndAnswersStillCome()
    {
        using var stop = new CancellationTokenSource();
        var busy = Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => new Thread(() => { while (!stop.IsCancellationRequested) Thread.SpinWait(10_000); }) { IsBackground = true }).ToArray();
        foreach (var one in busy) one.Start();
        try
        {
            await AsBeforeAsync("the processors are busy");
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var one in busy) one.Join();
        }
    }

    [Fact]
    public async Task ListsThatAreDamagedOrEmptyOrGone_ChangeNoDecision_AndAreNamed()
    {
        var good = await File.ReadAllBytesAsync(place.Gateway.At("lists.snapshot"), TestContext.Current.CancellationToken);
        var turned = good.ToArray();
        turned[^1] ^= 0x40;
        foreach (var (what, bytes) in new[] { ("damaged", turned), ("cut off", good[..(good.Length / 2)]), ("of no bytes", []), ("foreign", "blocked.test\n"u8.ToArray()) })
        {
            Put(bytes);
            place.Gateway.Live.Look();
            await AsBeforeAsync($"the lists are {what}");
            place.Gateway.Live.Faults.ShouldContain(fault => fault.Contains("lists.snapshot", StringComparison.Ordinal), what);
        }

        place.Gateway.WriteLists();
        place.Gateway.Live.Look();
        await AsBeforeAsync("the lists are empty");
        place.Gateway.Live.Faults.ShouldContain(fault => fault.Contains("lists.accept", StringComparison.Ordinal));
        File.Delete(place.Gateway.At("lists.snapshot"));
        place.Gateway.Live.Look();
        await AsBeforeAsync("the lists are gone");
        place.Gateway.Live.Faults.ShouldNotBeEmpty();

        Put(good);
        place.Gateway.Live.Look();
        place.Gateway.Live.Faults.ShouldBeEmpty();
    }

    /// <summary>Neither log can be written: the gateway's own, and Squid's, which by its own default would end Squid.</summary>
    [Fact]
    public async Task AFullDisk_ChangesNoDecision()
    {
        await AsBeforeAsync("nothing is wrong");
        if (Directory.Exists(place.Gateway.At(SpoolLog))) Directory.Delete(place.Gateway.At(SpoolLog), recursive: true);
        await File.WriteAllTextAsync(place.Gateway.At(SpoolLog), "no folder, so nothing can be written into it", TestContext.Current.CancellationToken);
        await AgainAsync(log => File.CreateSymbolicLink(log, "/dev/full"));

        await AsBeforeAsync("the disk is full");
        await AsBeforeAsync("the disk is still full");

        for (var tries = 0; tries < 200 && !place.Gateway.Spool.IsStuck; tries++) await Task.Delay(25, TestContext.Current.CancellationToken);
        place.Gateway.Spool.IsStuck.ShouldBeTrue("health says that the log cannot be written");
        File.Delete(place.Gateway.At(SpoolLog));
        await AgainAsync(_ => { });
    }

    private async Task AgainAsync(Action<string> with)
    {
        foreach (var lab in new[] { place.Closed, place.Open })
        {
            lab.Kill();
            File.Delete(lab.Files.AccessLog);
            with(lab.Files.AccessLog);
            await lab.StartAsync();
        }
    }

    // A file is replaced, never written into: the last good one is mapped.
    private void Put(byte[] bytes)
    {
        File.WriteAllBytes(place.Gateway.At("lists.new"), bytes);
        File.Move(place.Gateway.At("lists.new"), place.Gateway.At("lists.snapshot"), overwrite: true);
    }

    // All at once: what arrives is counted at each laboratory's own website.
    private async Task AsBeforeAsync(string what)
    {
        foreach (var lab in new[] { place.Closed, place.Open }) lab.Origin.Forget();
        await Task.WhenAll(new[] { place.Closed, place.Open }.SelectMany(lab => new[] { (lab.Pupils, "127.0.0.1"), (lab.Staff, LabGateway.StaffAddress) }).SelectMany(door => new[] { "blocked.test", "good.test" }.Select(name => AskAsync(door.Item1, door.Item2, name))));

        string[] both = ["CONNECT good.test:443", "CONNECT good.test:443", "GET http://good.test/", "GET http://good.test/", "POST http://good.test/", "POST http://good.test/"];
        foreach (var (who, lab) in new[] { ("staff closed", place.Closed), ("staff open", place.Open) }) lab.Origin.Arrived.Order(StringComparer.Ordinal).ToArray().ShouldBe(both, customMessage: $"{what}, {who}. {lab.Log()}");
    }

    private static Task AskAsync(int port, string from, string name) => Task.WhenAll(
        RawClient.GetAsync(port, $"http://{name}/", Patience, from),
        RawClient.SayAsync(port, $"POST http://{name}/ HTTP/1.1\\r\\nHost: {name}\\r\\nContent-Length: 5\\r\\nConnection: close\\r\\n\\r\\nhello", Patience, from),
        RawClient.TunnelAsync(port, $"{name}:443", Hello.Named(name), Patience, from));

    internal sealed class JumpingClock : TimeProvider
    {
        private long _ticks;

        public TimeSpan Jump { set => Interlocked.Exchange(ref _ticks, value.Ticks); }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
    }
}
