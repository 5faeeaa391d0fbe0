using System.Net;
using Lifeguard.Gateway.Commands.Checks;
using Lifeguard.Gateway.Tests.Lab;
using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Commands;

/// <summary>The filter check: by place, device and group, with evidence that says no more than was seen.</summary>
public sealed class CheckGateTests : IDisposable
{
    private const string Four = "illegal\thttp://sealed.test/\tblocked\nterrorism\thttp://sealed.test/terror\tblocked\nadult\thttp://adult.test/\tblocked\ncircumvention\thttp://games.test/\tblocked\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-check-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(403, "blocked", 0)]
    [InlineData(200, "blocked", 1)]
    [InlineData(503, "blocked", 1)]
    [InlineData(500, "blocked", 1)]
    [InlineData(null, "blocked", 1)]
    [InlineData(200, "open", 1)]
    public async Task Doors_AreSaidToBeAsTheyMustBe_AndEvidenceIsKept(int? status, string expected, int code)
    {
        Ask(Four.Replace("blocked", expected, StringComparison.Ordinal).Replace("terrorism\thttp://sealed.test/terror\topen", "terrorism\thttp://sealed.test/terror\tblocked", StringComparison.Ordinal));

        (await RunAsync(asked => asked with { Doors = "pupils=http://127.0.0.1:3128;staff=http://127.0.0.1:3129", Place = "Library", Device = "Tablet 4", Group = "Year 8", By = "the technician", Into = At("kept") }, door: status)).ShouldBe(code);

        Said.ShouldContain("Place: Library. Device: Tablet 4. Group: Year 8. By: the technician");
        Directory.GetFiles(At("kept")).Length.ShouldBe(2);
        var kept = CheckHistory.In(At("kept")).ShouldHaveSingleItem();
        kept.IsRight.ShouldBe(code == 0);
        kept.Rows.Select(row => row.Who).ShouldBe(["pupils", "staff"]);
        Said.ShouldContain("Groups were not asked from here");
    }

    /// <summary>A check that does not ask for what a check is for must not look like one.</summary>
    [Fact]
    public async Task AKindThatIsNotAskedFor_IsNamed_AndNothingIsAllRight()
    {
        Ask("adult\thttp://adult.test/\tblocked\n");

        (await RunAsync(asked => asked with { Doors = "pupils=http://127.0.0.1:3128" }, door: 403)).ShouldBe(1);

        Said.ShouldContain("NOTHING IS ASKED FOR");
        Said.ShouldContain("terrorism, of: pupils");
    }

    /// <summary>Seen once: another gate stood at the port, and the evidence gave its answers to the configuration in the folder.</summary>
    [Fact]
    public async Task AnswersOfAnotherConfiguration_AreNoEvidence()
    {
        Ask(Four);
        (await RunAsync(asked => asked with { Doors = "pupils=http://127.0.0.1:3128" }, door: 403, running: "policy other, lists other")).ShouldBe(0, "a folder without a policy claims nothing");
        Policy();

        (await RunAsync(asked => asked with { Doors = "pupils=http://127.0.0.1:3128" }, door: 403, running: "policy other, lists other")).ShouldBe(1);

        Said.ShouldContain("no evidence");
        Said.ShouldNotContain("All as it must be");
    }

    [Theory]
    [InlineData("adult\tnowhere\tblocked", "line 3")]
    [InlineData("adult\thttp://adult.test/\tblocked\tks9", "no level \"ks9\"")]
    [InlineData("as\tyear 9\ta.test", "no group or level \"year 9\"")]
    public async Task ABadLine_IsNamed_AndNothingIsAsked(string line, string said)
    {
        Policy();
        Ask($"adult\thttp://adult.test/\tblocked\n{line}\n");

        (await RunAsync(asked => asked with { Doors = "pupils=http://127.0.0.1:3128" })).ShouldBe(2);

        _error.ToString().ShouldContain(said);
    }

    [Fact]
    public async Task EveryGroupAndLevel_IsAskedOfTheRunningGateway_AndWhatIsWrongIsNamedFirst()
    {
        await using var gate = await RunningGate.StartAsync();
        Policy(gate.Folder);
        Squid(gate.Icap);
        Ask("illegal\thttp://sealed.test/\tblocked\nterrorism\thttps://sealed.test/\tblocked\nadult\thttp://adult.test/\tblocked\nadult\thttps://mixed.test/bad\tblocked\ncircumvention\thttp://games.test/\tblocked\ncircumvention\thttp://games.test/\topen\treaders,staff,office\nhelp\thttp://www.childline.org.uk/\topen\n");

        (await RunAsync(asked => asked with { Group = "pupils" }, door: 403)).ShouldBe(1);

        var (gateway, doors) = (Kept.Rows.Where(row => row.Where.StartsWith(CheckGate.Gateway, StringComparison.Ordinal)).ToArray(), Kept.Rows.Where(row => row.Where.StartsWith("door", StringComparison.Ordinal)).ToArray());
        gateway.Select(row => row.Who).ShouldBe(["level youngest", "level pupils", "level teenagers", "level readers", "level staff", "level office", "who nobody knows"]);
        gateway.ShouldAllBe(row => row.NotAsked == null && row.Cells.Count == 6);
        foreach (var row in gateway)
        {
            // Without decryption nobody sees the path of an https page: the check must not say that it is blocked.
            row.Cells.Where(cell => !cell.IsRight).Select(cell => (cell.Address, cell.Seen)).ShouldBe([("https://mixed.test/bad", "open")], row.Who);
            row.Cells.Single(cell => cell.Address == "http://games.test/").Seen.ShouldBe(row.Level is "readers" or "staff" or "office" ? "open" : "blocked");
        }

        doors.ShouldHaveSingleItem().Level.ShouldBe("pupils");
        Said.IndexOf("WRONG", StringComparison.Ordinal).ShouldBeLessThan(Said.IndexOf("Gateway 127.0.0.1", StringComparison.Ordinal));
        Said.Split('\n').Where(line => !line.StartsWith("Kept as", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 100);
        // What is written down names no person.
        gate.Log.Lines.ShouldNotBeEmpty();
        gate.Log.Lines.ShouldAllBe(line => line.Contains(" filter-check ", StringComparison.Ordinal) || line.Contains(" - unsure ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AGroupOfWhichThePolicyNamesNobody_IsNotAllRight_UntilATestAccountStandsForIt()
    {
        await using var gate = await RunningGate.StartAsync();
        await File.AppendAllTextAsync(Path.Combine(gate.Folder, "policy.yml"), "\ngroups: { year 8: youngest, helpers: readers }\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(gate.Folder, "overlay.yml"), "overlay: 1\npeople:\n  test.year8: { groups: [year 8] }\nexceptions:\n  - { open: games.test, for: group year 8, decided by: the head }\n", TestContext.Current.CancellationToken);
        await RunningGate.UntilAsync(() => gate.Live.Current!.Filter.Overlay.Version == "1");
        Policy(gate.Folder);
        Squid(gate.Icap);

        Ask(Four);
        (await RunAsync(_ => _, door: 403)).ShouldBe(1);
        Kept.Rows.Single(row => row.Who == "year 8").NotAsked!.ShouldContain("Name a test account");
        Said.ShouldContain("COULD NOT BE ASKED");
        Kept.Rows.Single(row => row.Who == "helpers").How.ShouldContain("10.4.0.0");

        Ask($"{Four}as\tyear 8\ttest.year8\ncircumvention\thttp://games.test/\topen\treaders,staff,office\n");
        (await RunAsync(_ => _, door: 403)).ShouldBe(1);
        Kept.Rows.Single(row => row.Who == "year 8").Cells.Where(cell => !cell.IsRight).ShouldHaveSingleItem().Seen.ShouldBe("open", "an exception of the group alone is seen by the group's own account");

        Ask($"{Four}as\tyear 8\tsomebody.else\n");
        (await RunAsync(_ => _, door: 403)).ShouldBe(1);
        Kept.Rows.Single(row => row.Who == "year 8").NotAsked!.ShouldContain("not in this group");
    }

    [Fact]
    public async Task AGatewayOfOtherPolicy_IsSeenByItsTag_AndOneThatIsAway_IsNotABlock()
    {
        await using var gate = await RunningGate.StartAsync();
        Policy(gate.Folder);
        Squid(gate.Icap);
        Ask(Four.Replace("circumvention\thttp://games.test/\tblocked\n", "circumvention\thttp://adult.test/x\tblocked\n", StringComparison.Ordinal));
        (await RunAsync(_ => _, door: 403)).ShouldBe(0, Said);

        await File.AppendAllTextAsync(At("policy.yml"), "# another\n", TestContext.Current.CancellationToken);
        (await RunAsync(_ => _, door: 403)).ShouldBe(1);
        Said.ShouldContain("another configuration answered");

        await gate.StopAsync();
        (await RunAsync(_ => _, door: 403)).ShouldBe(1);
        Kept.Rows.Where(row => row.Where.StartsWith(CheckGate.Gateway, StringComparison.Ordinal)).SelectMany(row => row.Cells).ShouldAllBe(cell => cell.Seen == "no answer" && !cell.IsRight);
    }

    [Fact]
    public async Task EarlierEvidence_SaysWhatChanged_AndWhatIsDue()
    {
        Ask(Four);
        File.WriteAllText(At("check-places.tsv"), "place\tdevice\nLibrary\tTablet\nHall\tTablet\n");
        var into = At("kept");
        CheckAsked In(CheckAsked asked, string place) => asked with { Doors = "pupils=http://127.0.0.1:3128", Place = place, Device = "Tablet", Into = into };
        var now = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero);
        (await RunAsync(asked => In(asked, "Library"), door: 403, at: now)).ShouldBe(0);
        (await RunAsync(asked => In(asked, "Office"), door: 200, at: now.AddDays(100))).ShouldBe(1);
        var before = Directory.GetFiles(into, "*2026-01-10*.json").Single();

        File.WriteAllText(At("unfiltered.tsv"), "2026-01-01T09:00Z\tstaff\n2026-07-01T09:00Z\tstaff\n2026-07-01T09:01Z\tstaff\n");
        (await RunAsync(asked => In(asked, "Gym") with { Before = before }, door: 200, at: now.AddDays(200))).ShouldBe(1);

        Words.ShouldContain("no gateway answered, in 2 minutes of the last 122 days");
        Said.ShouldContain("Since the check of 2026-01-10");
        Words.ShouldContain("adult was blocked, and is open, which is WRONG (http://adult.test/): pupils at door pupils 127.0.0.1:3128");
        Said.ShouldContain("Library, Tablet: last on 2026-01-10, 200 days ago");
        Said.ShouldContain("Office, Tablet: not as it must be on 2026-04-20");
        Said.ShouldContain("Hall, Tablet: never checked");
        Said[Said.IndexOf("To be checked again", StringComparison.Ordinal)..].ShouldNotContain("Gym");

        (await RunAsync(asked => In(asked, "Gym") with { Before = At("check.tsv") })).ShouldBe(2);
    }

    /// <summary>No proxy can show a page in a tunnel; that it ended is a block only where the gateway says so too.</summary>
    [Fact]
    public async Task ATunnelThatEnds_IsABlock_WhereTheGatewayBlocksThatAddress()
    {
        await using var gate = await RunningGate.StartAsync();
        Policy(gate.Folder);
        Squid(gate.Icap);
        Ask("illegal\thttps://sealed.test/\tblocked\nterrorism\thttps://sealed.test/x\tblocked\nadult\thttps://adult.test/\tblocked\ncircumvention\thttps://adult.test/vpn\tblocked\n");
        (await RunAsync(asked => asked with { Group = "pupils" }, door: AskDoor.TunnelEnded)).ShouldBe(0, Said);

        File.AppendAllText(At("check.tsv"), "help\thttps://lesson.test/\topen\nadult\thttps://lesson.test/bad\tblocked\n");
        (await RunAsync(asked => asked with { Group = "pupils" }, door: AskDoor.TunnelEnded)).ShouldBe(1);
        Kept.Rows.Single(row => row.Where.StartsWith("door", StringComparison.Ordinal)).Cells.Where(cell => !cell.IsRight).Select(cell => cell.Address).ShouldBe(["https://lesson.test/", "https://lesson.test/bad"]);
    }

    /// <summary>Through a real Squid and the gateway: what is listed is blocked, a tunnel that ends is said to be one; a filter that is away is not mistaken for a block.</summary>
    [Fact]
    public async Task TheCheck_ThroughARealGate_SeesABlockAndAnAbsentFilter()
    {
        Ask("illegal\thttp://sealed.test/\tblocked\nillegal\thttps://sealed.test/\tblocked\nterrorism\thttp://blocked.test/terror\tblocked\nadult\thttp://blocked.test/\tblocked\ncircumvention\thttp://proxy.test/\tblocked\nhelp\thttps://helpline.test/\topen\n");
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();
        var check = new CheckGate((proxy, address, stop) => AskDoor.AskAsync(proxy, address, null, stop), AskGateway.AskAsync, _ => Task.FromResult<string?>(null), TimeProvider.System);

        var asked = new CheckAsked(_folder) { Doors = $"pupils=http://127.0.0.1:{lab.Pupils};staff=http://127.0.0.1:{lab.Staff}" };
        (await check.RunAsync(asked, _output, _error, TestContext.Current.CancellationToken)).ShouldBe(0, Said);

        File.AppendAllText(At("check.tsv"), "adult\thttps://blocked.test/\tblocked\n");
        (await check.RunAsync(asked, _output, _error, TestContext.Current.CancellationToken)).ShouldBe(1);
        Words.ShouldContain("adult must be blocked, and is: no page (https). https://blocked.test/, for: pupils at door pupils");

        await gateway.DisposeAsync();
        (await check.RunAsync(asked, _output, _error, TestContext.Current.CancellationToken)).ShouldBe(1);
        Said.ShouldContain("the filter does not answer");
    }

    private string Said => _output.ToString();

    private string Words => string.Join(' ', Said.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private CheckEvidence Kept => CheckHistory.In(At("evidence")).ShouldHaveSingleItem();

    private string At(string name) => Path.Combine(_folder, name);

    private void Ask(string lines) => File.WriteAllText(At("check.tsv"), $"kind\taddress\texpected\tlevels\n{lines}");

    private void Policy(string? from = null)
    {
        var folder = from ?? SmallGate.Folder();
        foreach (var name in new[] { "policy.yml", "phrases.txt", "lists.snapshot", "overlay.yml" })
            if (File.Exists(Path.Combine(folder, name))) File.Copy(Path.Combine(folder, name), At(name), overwrite: true);
        if (from is null) Directory.Delete(folder, recursive: true);
    }

    private void Squid(IPEndPoint gateway) => File.WriteAllText(At("squid.json"), $$"""{ "folder": "squid", "pupils": { "listen": ["127.0.0.1:3128"] }, "gateways": ["{{gateway}}"] }""");

    private async Task<int> RunAsync(Func<CheckAsked, CheckAsked> change, int? door = null, string? running = null, DateTimeOffset? at = null)
    {
        _output.GetStringBuilder().Clear();
        if (Directory.Exists(At("evidence"))) Directory.Delete(At("evidence"), recursive: true);
        return await new CheckGate((_, _, _) => Task.FromResult(door), AskGateway.AskAsync, _ => Task.FromResult(running), at is { } set ? new SetClock(set) : TimeProvider.System)
            .RunAsync(change(new CheckAsked(_folder) { Into = At("evidence") }), _output, _error, TestContext.Current.CancellationToken);
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
