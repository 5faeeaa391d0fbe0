using System.Text;
using System.Text.Json;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Commands;

namespace Lifeguard.Gateway.Tests.Commands;

public sealed class FilterCommandsTests : IDisposable
{
    private const string PolicyText =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories: { games: { title: Games, lists: [games] } }
        levels: { pupils: { title: Pupils, blocks: [games] }, staff: { title: Staff, for: staff } }
        addresses: { 10.9.0.0/16: staff }
        exceptions: [{ open: chess.play.test, decided by: Ms Okoro, why: the chess club, until: 2026-12-24 }]
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-filter-").FullName;

    public FilterCommandsTests()
    {
        Directory.CreateDirectory(Lists("games"));
        Lines(20);
        File.WriteAllText(In(GateFolder.PolicyFile), PolicyText);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Compile_SaysWhatBecameOfEachLine_AndDecideAnswersFromIt()
    {
        var (code, said, _) = await Compile();
        code.ShouldBe(0);
        said.ShouldContain("games");
        said.ShouldContain("domains, line 21: characters that no name holds");

        var filter = GateFiles.OpenFolder(_folder, TextWriter.Null)!;
        var output = new MemoryStream();
        await new DecideAddresses().RunAsync(filter, "pupils", Now, Bytes("https://play.test/x\r\nhttps://chess.play.test/\nhttp://bad%name/\nhttps://plain.test/"), output, TextWriter.Null);

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("action").GetString()).ShouldBe(["block", "allow", "refuse", "allow"]);
        (lines[0].GetProperty("category").GetString(), lines[0].GetProperty("list").GetString(), lines[0].GetProperty("entry").GetString(), lines[0].GetProperty("level").GetString()).ShouldBe(("games", "games", "play.test", "pupils"));
        lines[0].GetProperty("url").GetString().ShouldBe("https://play.test/x");
        lines[0].GetProperty("snapshot").GetString().ShouldBe(filter.Snapshot.Version);
    }

    [Fact]
    public async Task ListThatLostMostOfItself_IsNotTaken_UnlessSomebodySaysSo()
    {
        await Compile();
        var before = File.ReadAllBytes(In(GateFolder.ListsFile));
        var folder = new GateFolder(_folder);
        folder.Keep(folder.Look()!.Filter!.Snapshot).ShouldBeNull();
        Lines(3);

        var (code, _, error) = await Compile();
        code.ShouldBe(2);
        error.ShouldContain("The list games had 21 entries and would have 4.");
        File.ReadAllBytes(In(GateFolder.ListsFile)).ShouldBe(before);

        (await Compile(acceptsSmaller: true)).Code.ShouldBe(0);
        File.ReadAllBytes(In(GateFolder.ListsFile)).ShouldNotBe(before);

        // Said once is enough: whoever loads them does not ask again.
        folder.Look()!.Filter!.Snapshot.Entries.ShouldBe(4);
    }

    [Fact]
    public async Task Compile_OfNothing_SaysWhatListsLookLike()
    {
        var error = new StringWriter();

        (await new CompileLists().RunAsync(In("nowhere"), In(GateFolder.ListsFile), false, TextWriter.Null, error, null, TestContext.Current.CancellationToken)).ShouldBe(2);
        (await new CompileLists().RunAsync(In(GateFolder.PolicyFile), In(GateFolder.ListsFile), false, TextWriter.Null, error, null, TestContext.Current.CancellationToken)).ShouldBe(2);

        error.ToString().ShouldContain("There is nothing at");
        error.ToString().ShouldContain("No list was found");
        File.Exists(In(GateFolder.ListsFile)).ShouldBeFalse();
    }

    [Fact]
    public async Task Explain_NamesListEntryRuleAndDecision()
    {
        await Compile();
        var filter = GateFiles.OpenFolder(_folder, TextWriter.Null)!;
        var output = new StringWriter();

        (await ExplainAddress.RunAsync(filter, "www.play.test/x", null, "10.1.1.1", null, Now, output, TextWriter.Null)).ShouldBe(0);
        (await ExplainAddress.RunAsync(filter, "chess.play.test", null, null, "pupils", Now, output, TextWriter.Null)).ShouldBe(0);
        (await ExplainAddress.RunAsync(filter, "play.test", null, "10.9.1.1", null, Now, output, TextWriter.Null)).ShouldBe(0);

        output.ToString().ShouldContain("Blocked: play.test stands in the list games (Games).");
        output.ToString().ShouldContain("policy.yml, line 4");
        output.ToString().ShouldContain("Open, as Ms Okoro decided: the chess club (until 24 December 2026).");
        output.ToString().ShouldContain("the address belongs to the range 10.9.0.0/16");
    }

    [Fact]
    public async Task Helper_AnswersAsSquidGuardDoes_HoweverTheLinesArrive()
    {
        await Compile();
        var filter = GateFiles.OpenFolder(_folder, TextWriter.Null)!;
        const string asked = "http://play.test/ 10.1.1.1/- - GET\n7 http://plain.test/ 10.1.1.1/- - GET\nhttp://play.test/ 10.9.1.1/- - GET\nhttps://www.google.com/search?q=x 10.1.1.1/- - GET\nplay.test:443 10.1.1.1/- - CONNECT\nnothing\n";
        const string answers = "OK rewrite-url=\"http://127.0.0.1/blocked\"\n7 ERR\nERR\nOK rewrite-url=\"https://www.google.com/search?q=x&safe=active\"\nOK rewrite-url=\"http://127.0.0.1/blocked\"\nOK rewrite-url=\"http://127.0.0.1/blocked\"\n";

        for (var piece = 1; piece < asked.Length; piece++)
        {
            var output = new MemoryStream();
            new AnswerSquid(filter, "http://127.0.0.1/blocked", TimeProvider.System).Run(new InPieces(asked, piece), output);
            Encoding.ASCII.GetString(output.ToArray()).ShouldBe(answers);
        }
    }

    [Fact]
    public async Task Helper_SendsEachAnswerBeforeItWaits()
    {
        await Compile();
        var filter = GateFiles.OpenFolder(_folder, TextWriter.Null)!;
        using var asks = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out);
        using var asked = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.In, asks.ClientSafePipeHandle);
        using var answers = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In);
        using var answered = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.Out, answers.ClientSafePipeHandle);
        var running = Task.Run(() => new AnswerSquid(filter, "http://b.test/", TimeProvider.System).Run(asked, answered), TestContext.Current.CancellationToken);
        var lines = new StreamReader(answers);

        for (var round = 0; round < 3; round++)
        {
            asks.Write("http://plain.test/ 10.1.1.1/- - GET\n"u8);
            (await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBe("ERR");
        }

        asks.Dispose();
        await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Line_LongerThanAnyAddress_IsHandedOutOnce_AndTheNextIsWhole()
    {
        var lines = new LineInput(new MemoryStream([.. Enumerable.Repeat((byte)'a', 300_000), (byte)'\n', .. "next\n"u8]));

        lines.Next().ShouldBeTrue();
        lines.Line.Length.ShouldBeGreaterThan(8000);
        lines.Next().ShouldBeTrue();
        Encoding.ASCII.GetString(lines.Line).ShouldBe("next");
        lines.Next().ShouldBeFalse();
    }

    [Fact]
    public void Export_WritesAZoneThatReadsAsTheSameNames()
    {
        var policy = Policy.Read("policy.yml", PolicyText, out _)!;
        var zone = new StringWriter();

        ZoneExport.Write(ListFolder.Read(In("lists")), policy, policy.Levels[0], zone).ShouldBe(21);

        zone.ToString().ShouldContain("\nplay.test CNAME .\n*.play.test CNAME .\n");
        zone.ToString().ShouldContain("\nchildline.org.uk CNAME rpz-passthru.\n");
        zone.ToString().IndexOf("childline.org.uk", StringComparison.Ordinal).ShouldBeLessThan(zone.ToString().IndexOf("play.test", StringComparison.Ordinal));
    }

    private async Task<(int Code, string Said, string Error)> Compile(bool acceptsSmaller = false)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await new CompileLists().RunAsync(In("lists"), In(GateFolder.ListsFile), acceptsSmaller, output, error, null, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private void Lines(int more) => File.WriteAllLines(Path.Combine(Lists("games"), "domains"), ["play.test", .. Enumerable.Range(0, more - 1).Select(one => $"game{one}.test"), "bad%name.test", "last.test"]);

    private string Lists(string list) => Path.Combine(_folder, "lists", list);

    private string In(string name) => Path.Combine(_folder, name);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Gives a text away a few bytes at a time.</summary>
    private sealed class InPieces(string text, int piece) : MemoryStream(Encoding.ASCII.GetBytes(text))
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);
    }
}
