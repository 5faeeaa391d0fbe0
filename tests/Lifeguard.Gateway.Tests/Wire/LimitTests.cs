using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Tests.Wire;

/// <summary>Every limit one below, at, and one above.</summary>
public sealed class LimitTests
{
    private readonly LineInMemory _line = new();

    [Theory]
    [InlineData(-1, "204")]
    [InlineData(0, "204")]
    [InlineData(1, "400")]
    public async Task IcapHead(int over, string expected)
    {
        var message = Ask.Get("http://good.test/", icap: "Allow: 204\r\nX-Filling: \r\n");
        var head = message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        message = message.Replace("X-Filling: ", "X-Filling: " + new string('x', Limits.Head - head + over), StringComparison.Ordinal);

        (await _line.AskAsync(message))[0].Word.ShouldBe(expected);
    }

    [Theory]
    [InlineData(-1, "204")]
    [InlineData(0, "204")]
    [InlineData(1, "400")]
    public async Task HttpHead(int over, string expected)
    {
        var length = Ask.Http("http://good.test/", fields: "X: \r\n").Length;
        var message = Ask.Get("http://good.test/", fields: $"X: {new string('x', Limits.Head - length + over)}\r\n");

        (await _line.AskAsync(message))[0].Word.ShouldBe(expected);
    }

    [Theory]
    [InlineData(-1, "204")]
    [InlineData(0, "204")]
    [InlineData(1, "page 403")]
    public async Task Address(int over, string expected)
    {
        var address = "http://good.test/";
        address += new string('a', Limits.Address - address.Length + over);

        (await _line.AskOneAsync(Ask.Get(address))).Word.ShouldBe(expected);
    }

    [Theory]
    [InlineData(-1, "204", "204")]
    [InlineData(0, "204", "204")]
    [InlineData(1, "400", "page 403")]
    public async Task Fields(int over, string icap, string http)
    {
        // The ICAP head has four of its own, the HTTP head one.
        (await _line.AskAsync(Ask.Get("http://good.test/", icap: "Allow: 204\r\n" + Many(Limits.Fields - 4 + over))))[0].Word.ShouldBe(icap);
        (await _line.AskOneAsync(Ask.Get("http://good.test/", fields: Many(Limits.Fields - 1 + over)))).Word.ShouldBe(http);

        static string Many(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: x\r\n"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Chunk(int over, bool isTaken)
    {
        var reader = new ChunkReader();

        var status = reader.Read(Ask.Bytes($"{Limits.Chunk + over:x}\r\n"), out _, out _);

        status.ShouldBe(isTaken ? ChunkStatus.NeedMore : ChunkStatus.Fault);
        reader.Fault.ShouldBe(isTaken ? WireFault.None : WireFault.ChunkTooLong);
    }

    [Theory]
    [InlineData(-1, "204")]
    [InlineData(0, "204")]
    [InlineData(1, "400")]
    public async Task Preview(int over, string expected) =>
        (await _line.AskAsync(Ask.Request(Ask.Http("http://good.test/", "POST"), icap: $"Preview: {Limits.Preview + over}\r\n", body: "0; ieof\r\n\r\n")))[0].Word.ShouldBe(expected);

    [Theory]
    [InlineData(-1, "sure")]
    [InlineData(0, "sure")]
    [InlineData(1, "unsure")]
    public async Task Account(int over, string expected)
    {
        await _line.AskOneAsync(Ask.Get("http://good.test/", icap: $"Allow: 204\r\nX-Client-Username: {new string('n', Limits.Account + over)}\r\n"));

        _line.Log.Lines.ShouldHaveSingleItem().Split(' ')[2].ShouldBe(expected);
    }

    [Fact]
    public async Task HeadThatDoesNotCome_IsToldSo_AndOneThatCameIsNot()
    {
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Get("http://good.test/") + "REQMOD");
        var ticks = Lifeguard.Gateway.Exchange.Lines.Ticks(Limits.HeadTime);
        for (var i = 0; i < ticks - 1; i++) _line.Lines.Look();
        run.IsCompleted.ShouldBeFalse();

        // A byte now and then does not make it younger.
        await input.SendAsync(" ");
        _line.Lines.Look();
        await run;

        Answered.All(await LineInMemory.DrainAsync(output)).Select(one => one.Word).ShouldBe(["204", "408"]);
    }

    [Fact]
    public async Task LineThatSaysNothing_EndsWithoutAWord_WhenItsTimeIsOver()
    {
        var (_, output, run) = _line.Open();
        var ticks = Lifeguard.Gateway.Exchange.Lines.Ticks(Limits.IdleTime);
        for (var i = 0; i < ticks - 1; i++) _line.Lines.Look();
        run.IsCompleted.ShouldBeFalse();
        _line.Lines.Look();
        await run;

        (await LineInMemory.DrainAsync(output)).ShouldBeEmpty();
    }

    [Fact]
    public async Task BodyThatStalls_EndsTheLine()
    {
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Request(Ask.Http("http://good.test/", "POST"), icap: "", body: "5\r\nab"));
        for (var i = 0; i < Lifeguard.Gateway.Exchange.Lines.Ticks(Limits.BodyTime); i++) _line.Lines.Look();
        await run;

        System.Text.Encoding.Latin1.GetString(await LineInMemory.DrainAsync(output)).ShouldEndWith("2\r\nab\r\n");
    }
}
