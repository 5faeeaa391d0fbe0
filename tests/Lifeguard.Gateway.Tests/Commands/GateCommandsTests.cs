using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Commands;

public sealed class GateCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(403, "blocked", 0)]
    [InlineData(200, "blocked", 1)]
    [InlineData(503, "blocked", 1)]
    [InlineData(500, "blocked", 1)]
    [InlineData(null, "blocked", 1)]
    [InlineData(200, "open", 0)]
    [InlineData(403, "open", 1)]
    public async Task TheCheck_SaysWhetherAllWasAsItMustBe_AndKeepsEvidence(int? status, string expected, int code)
    {
        File.WriteAllText(Path.Combine(_folder, "check.tsv"), $"kind\taddress\texpected\nadult\thttp://adult.lifeguard.example/\t{expected}\n");
        var output = new StringWriter();

        var ended = await new CheckGate((_, _, _) => Task.FromResult(status), _ => Task.FromResult<string?>(null), TimeProvider.System).RunAsync(
            _folder, "pupils=http://127.0.0.1:3128;staff=http://127.0.0.1:3129", "Library", "Tablet 4", "Year 8", Path.Combine(_folder, "kept"), output, TextWriter.Null, TestContext.Current.CancellationToken);

        ended.ShouldBe(code);
        output.ToString().ShouldContain("Library");
        var kept = Directory.GetFiles(Path.Combine(_folder, "kept"));
        kept.Length.ShouldBe(2);
        (await File.ReadAllTextAsync(kept.Single(file => file.EndsWith(".json", StringComparison.Ordinal)), TestContext.Current.CancellationToken)).ShouldContain("\"place\": \"Library\"");
    }

    /// <summary>Seen once: another gate stood at the port, and the evidence gave its answers to the configuration in the folder.</summary>
    [Fact]
    public async Task AnswersOfAnotherConfiguration_AreNoEvidence()
    {
        File.WriteAllText(Path.Combine(_folder, "check.tsv"), "adult\thttp://adult.lifeguard.example/\tblocked\n");
        var output = new StringWriter();

        (await new CheckGate((_, _, _) => Task.FromResult<int?>(403), _ => Task.FromResult<string?>("policy other, lists other"), TimeProvider.System).RunAsync(
            _folder, "pupils=http://127.0.0.1:3128", "", "", "", null, output, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(1);

        output.ToString().ShouldContain("no evidence");
        output.ToString().ShouldNotContain("All as it must be");
    }

    [Fact]
    public async Task ABadLineOfTheCheck_IsNamed_AndNothingIsAsked()
    {
        File.WriteAllText(Path.Combine(_folder, "check.tsv"), "adult\thttp://adult.lifeguard.example/\tblocked\nadult\tnowhere\tblocked\n");
        var error = new StringWriter();

        (await new CheckGate((_, _, _) => throw new InvalidOperationException(), _ => Task.FromResult<string?>(null), TimeProvider.System).RunAsync(
            _folder, "pupils=http://127.0.0.1:3128", "", "", "", null, TextWriter.Null, error, TestContext.Current.CancellationToken)).ShouldBe(2);

        error.ToString().ShouldContain("line 2");
    }

    /// <summary>Through a real Squid and the gateway: what is listed is blocked, a filter that is away is not mistaken for a block.</summary>
    [Fact]
    public async Task TheCheck_ThroughARealGate_SeesABlockAndAnAbsentFilter()
    {
        File.WriteAllText(Path.Combine(_folder, "check.tsv"), "illegal\thttp://sealed.test/\tblocked\nadult\thttp://blocked.test/\tblocked\ncircumvention\thttp://proxy.test/\tblocked\nhelp\thttp://helpline.test/\topen\n");
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();
        var check = new CheckGate(CheckGate.AskAsync, _ => Task.FromResult<string?>(null), TimeProvider.System);

        var output = new StringWriter();
        (await check.RunAsync(_folder, $"pupils=http://127.0.0.1:{lab.Pupils};staff=http://127.0.0.1:{lab.Staff}", "", "", "", null, output, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(0, output.ToString());

        await gateway.DisposeAsync();
        output = new StringWriter();
        (await check.RunAsync(_folder, $"pupils=http://127.0.0.1:{lab.Pupils}", "", "", "", null, output, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(1);
        output.ToString().ShouldContain("the filter does not answer");
    }

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
            settings with { Decryption = new() { Authority = "/tmp/a.pem" }, Gateways = ["127.0.0.1:1344", "127.0.0.2:1344"], SignIn = new(), Staff = new() { Listen = ["127.0.0.1:3129"], WhenGateFails = WhenGateFails.Open } },
            NameList.Of(["really-sealed.net"]), new(true, true, false));
        more.ShouldNotContain("illegal");
        more.ShouldContain("Staff browse unfiltered");
        more.ShouldContain("browsers can go past the gate");
        more.ShouldContain("Firefox will use");
    }
}
