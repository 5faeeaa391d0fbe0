using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Gateway.Tests.Spool;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>Where the staff's door opens while nobody decides, each such minute can be counted afterwards.</summary>
public sealed class UnfilteredMinutesTests : IDisposable
{
    private readonly SpoolPlace _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-minutes-").FullName;
    private readonly StringWriter _said = new();

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task EachMinuteWithoutAFilter_IsWrittenDownOnce_AndTheSiteCanCountThem()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, SpoolKey.PublicName), SpoolKey.PublicPem(_site.Key), TestContext.Current.CancellationToken);
        var icap = new ScriptedIcap();
        var watch = WatchSquid.Of(Settings(WhenGateFails.Open, icap.Port), _folder, _site.Clock);

        await LookAsync(watch);
        _said.ToString().ShouldBeEmpty();

        // It answers that it cannot, then it is gone: both are no filter.
        icap.Manner = IcapManner.Gone;
        for (var times = 0; times < 4; times++) await LookAsync(watch, TimeSpan.FromSeconds(15));
        icap.Dispose();
        for (var times = 0; times < 4; times++) await LookAsync(watch, TimeSpan.FromSeconds(15));

        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder, UnfilteredMinutes.FileName), TestContext.Current.CancellationToken);
        lines.ShouldBe(["2026-03-02T09:00Z\tstaff", "2026-03-02T09:01Z\tstaff"]);
        UnfilteredMinutes.Count(_folder, SpoolPlace.Start.AddMinutes(1)).ShouldBe(1);
        UnfilteredMinutes.Count(_folder, SpoolPlace.Start.AddDays(-1)).ShouldBe(2);
        var reader = new SpoolReader(Path.Combine(_folder, "spool"), _site.Key);
        var segments = reader.Waiting().Select(name => reader.Open(name, out _).ShouldNotBeNull()).ToList();
        segments.Sum(segment => segment.Rows.Length).ShouldBe(2);
        segments.ShouldAllBe(segment => segment.Gateway == UnfilteredMinutes.Gateway && segment.Decisions.Single().Reason == Unfiltered.Reason && segment.Askers.Single().Person == null);
        _said.ToString().ShouldContain("open without a filter");
    }

    [Fact]
    public async Task WhereTheDoorCloses_ThereIsNothingToCount()
    {
        var watch = WatchSquid.Of(Settings(WhenGateFails.Closed, FreePorts.Next()), _folder, _site.Clock);

        await LookAsync(watch);

        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    private async Task LookAsync(WatchSquid watch, TimeSpan after = default)
    {
        await watch.LookAsync(_said, TestContext.Current.CancellationToken);
        _site.Clock.Move(after);
    }

    private static SquidSettings Settings(WhenGateFails fails, int gateway) => new()
    {
        Folder = "/nowhere",
        Pupils = new() { Listen = [$"127.0.0.1:{FreePorts.Next()}"] },
        Staff = new() { Listen = [$"127.0.0.1:{FreePorts.Next()}"], WhenGateFails = fails },
        Gateways = [$"127.0.0.1:{gateway}"],
    };
}
