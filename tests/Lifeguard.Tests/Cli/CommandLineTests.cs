using System.Diagnostics;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Cli;

public sealed class CommandLineTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Terminal _terminal = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _terminal = new Terminal(_database);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        var (code, said, _) = await _terminal.TypeAsync("--help");

        code.ShouldBe(0);
        foreach (var words in new[] { "import roster PATH", "import school PATH", "organisation add NAME", "role give PERSON ROLE", "account open EMAIL", "role end PERSON ROLE", "rights show", "rights confirm --by NAME", "backup", "restore [PATH]", "journal seal", "journal head", "journal verify" })
            said.ShouldContain("./lifeguard " + words);
    }

    [Theory]
    [InlineData("There is no command \"make tea\".", "make", "tea")]
    [InlineData("PATH is missing.", "import", "roster")]
    [InlineData("\"import roster\" has no option --force.", "import", "roster", "x", "--force")]
    [InlineData("--into needs something after it.", "import", "roster", "x", "--into")]
    [InlineData("--kind is missing.", "organisation", "add", "Ashlea School")]
    [InlineData("\"Okoro\" is too much.", "role", "give", "Ruth", "Teacher", "Okoro")]
    public async Task Line_ThatIsNotUnderstood_SaysWhyWithHelp(string complaint, params string[] typed)
    {
        var (code, said, complained) = await _terminal.TypeAsync(typed);

        code.ShouldBe(2);
        said.ShouldBeEmpty();
        complained.ShouldStartWith(complaint);
        complained.ShouldContain("./lifeguard ");
    }

    [Fact]
    public async Task OrganisationAdd_PlantsATree_AndRefusesWhatDoesNotFit()
    {
        var trust = await _terminal.TypeAsync("organisation", "add", "Moorfield Trust", "--kind", "Trust");
        var school = await _terminal.TypeAsync("organisation", "add", "Ashlea School", "--kind", "school", "--under", "Moorfield Trust");
        var again = await _terminal.TypeAsync("organisation", "add", "Ashlea School", "--kind", "School");
        var below = await _terminal.TypeAsync("organisation", "add", "Nursery", "--kind", "School", "--under", "Ashlea School");
        var kind = await _terminal.TypeAsync("organisation", "add", "Fleet", "--kind", "Navy");

        trust.Code.ShouldBe(0, trust.Said + trust.Complained);
        school.Code.ShouldBe(0, school.Said + school.Complained);
        school.Said.ShouldContain("with the code ");
        again.ShouldBe((2, "Ashlea School is there already. Nothing was changed." + Environment.NewLine, ""));
        below.Code.ShouldBe(2);
        kind.Said.ShouldStartWith("There is no kind called Navy.");
    }

    [Fact]
    public async Task ImportSchool_TakesTheDetails_AndTheSecondTimeNothingChanges()
    {
        await _terminal.TypeAsync("organisation", "add", "Ashlea School", "--kind", "School");
        var path = Path.Combine(_database.Data, "register.csv");
        await File.WriteAllTextAsync(path, "URN,EstablishmentName,Street,Town,Postcode,TelephoneNum\n100001,Ashlea School,Mill Bank,Thornbeck,TB1 2CD,01632960320\n", TestContext.Current.CancellationToken);

        var preview = await _terminal.TypeAsync("import", "school", path, "--preview");
        var first = await _terminal.TypeAsync("import", "school", path);
        var again = await _terminal.TypeAsync("import", "school", path);
        var other = await _terminal.TypeAsync("import", "school", path, "--school", "200002");

        preview.Said.ShouldStartWith("Ashlea School: this would change.");
        first.ShouldBe((0, string.Join(Environment.NewLine, "Ashlea School: this was changed.", "  URN: - > 100001", "  Address: - > Mill Bank, Thornbeck, TB1 2CD", "  Telephone: - > 01632960320", ""), ""));
        again.Said.ShouldBe("Ashlea School: nothing was new and nothing was changed." + Environment.NewLine);
        other.Code.ShouldBe(2);
        other.Said.ShouldContain("Nothing was changed.");
    }

    [Fact]
    public async Task AccountOpen_ForSomebodyNobodyKnows_ChangesNothing()
    {
        await _terminal.TypeAsync("organisation", "add", "Ashlea School", "--kind", "School");

        var (code, said, _) = await _terminal.TypeAsync("account", "open", "who@ashlea.example.org", "--person", "Nobody Known");

        code.ShouldBe(2);
        said.ShouldStartWith("There is no adult called Nobody Known at Ashlea School.");
        said.ShouldNotContain("password");
    }

    [Fact]
    public async Task Program_AsItIsPublished_RunsWithoutTheFilesOfTheSite()
    {
        var published = Path.Combine(_database.Data, "published");
        using (var copied = Process.Start("cp", ["--recursive", "--link", BuildOutput.Of("Cli"), published])!) await copied.WaitForExitAsync(TestContext.Current.CancellationToken);
        foreach (var file in Directory.GetFiles(published, "*.staticwebassets.*")) File.Delete(file);
        var start = new ProcessStartInfo(Path.Combine(published, "Lifeguard.Cli"), ["journal", "head"]) { RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("ConnectionStrings__App", _database.App), ("ConnectionStrings__Owner", _database.Owner), ("Lifeguard__Data", _database.Data) }) start.Environment[name] = value;

        using var program = Process.Start(start)!;
        var complained = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(0, complained);
    }

    [Fact]
    public async Task Database_ThatIsNotThere_IsSaidInASentence()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var line = new Lifeguard.Cli.CommandLine(output, error, ["--ConnectionStrings:App=Host=/nowhere;Username=lg_app;Timeout=2", $"--Lifeguard:Data={_database.Data}"]);

        var code = await line.RunAsync(["journal", "head"], TestContext.Current.CancellationToken);

        code.ShouldBe(1);
        error.ToString().ShouldNotContain("   at ");
        error.ToString().Length.ShouldBeGreaterThan(10);
    }
}
