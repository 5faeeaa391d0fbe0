using System.IO.Pipelines;
using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Tests.Exchange;

public sealed class AnswerTests
{
    private readonly LineInMemory _line = new();

    [Theory]
    [InlineData("http://good.test/", Ask.Pupil, "", "204")]
    [InlineData("http://games.test/", Ask.Pupil, "", "page 403")]
    [InlineData("http://good.test/", Ask.Pupil, "Rating: RTA-5042-1996-1400-1577-RTA\r\n", "page 403")]
    [InlineData("http://good.test/", Ask.Staff, "Rating: RTA-5042-1996-1400-1577-RTA\r\n", "204")]
    [InlineData("http://good.test/", Ask.Reader, "Content-Encoding: zstd\r\n", "page 403")]
    [InlineData("http://www.childline.org.uk/", Ask.Reader, "Content-Encoding: gzip\r\n", "204")]
    public async Task Head_Decides(string target, string client, string more, string expected)
    {
        var answer = await _line.AskOneAsync(Ask.Answer(target, Ask.Html(more), "0\r\n\r\n", client));

        answer.Word.ShouldBe(expected);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 O\nK\r\nContent-Type: text/html\r\n\r\n")]
    [InlineData("HTTP/1.1 200 O\rK\r\nContent-Type: text/html\r\n\r\n")]
    [InlineData("HTTP/1.1 2000 OK\r\nContent-Type: text/html\nX: y\r\n\r\n")]
    [InlineData("ICY 200 OK\r\nContent-Type: text/html\r\n\r\n")]
    public async Task HeadThatTwoWouldReadInTwoWays_IsRefused(string response)
    {
        (await _line.AskOneAsync(Ask.Answer("http://good.test/", response, "0\r\n\r\n"))).Word.ShouldBe("page 403");
    }

    [Fact]
    public async Task PictureIsNotRead_NorIsAnAnswerWithoutBody()
    {
        (await _line.AskOneAsync(Ask.Answer("http://good.test/", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", "0\r\n\r\n"))).Word.ShouldBe("204");
        (await _line.AskOneAsync(Ask.Answer("http://good.test/", Ask.Html(), null))).Word.ShouldBe("204");
        (await _line.AskOneAsync(Ask.Answer("http://good.test/", Ask.Html(), "0; ieof\r\n\r\n"))).Word.ShouldBe("answer");
    }

    [Fact]
    public async Task ShortPage_IsReadWhole()
    {
        var good = await _line.AskAsync(Ask.Answer("http://good.test/", Ask.Html(), "0\r\n\r\n") + Ask.Chunks("<p>plain ", "words</p>"));
        good.Select(one => one.Word).ShouldBe(["100", "answer"]);
        good[1].ResponseHead.ShouldBe(Ask.Html());
        good[1].Body.ShouldBe("<p>plain words</p>");

        var bad = await _line.AskAsync(Ask.Answer("http://good.test/", Ask.Html(), "0\r\n\r\n") + Ask.Chunks("<p>free sl", "ots and cas", "ino</p>"));
        bad.Select(one => one.Word).ShouldBe(["100", "page 403"]);
        _line.Log.Lines.ShouldBe(["10.4.0.7 - sure readers good.test/ block PageWords -"]);
    }

    [Fact]
    public async Task WithoutPreview_TheSame()
    {
        var bad = await _line.AskAsync(Ask.Answer("http://good.test/", Ask.Html(), Ask.Chunks("<p>free slots casino</p>"), icap: "Allow: 204\r\n"), Ask.Get("http://good.test/"));

        bad.Select(one => one.Word).ShouldBe(["page 403", "204"]);
    }

    [Fact]
    public async Task LongPage_GoesOnBeforeSquidWouldStandStill_AndIsCutWhereItGoesOver()
    {
        var filling = new string('x', 1000);
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Answer("http://good.test/", Ask.Html(), "0\r\n\r\n"));
        for (var sent = 0; sent <= Limits.Held; sent += filling.Length) await input.SendAsync($"3e8\r\n{filling}\r\n");

        // Something has gone out although no more than a thousand bytes over the limit came in.
        var begun = "";
        while (!begun.Contains("res-hdr=0", StringComparison.Ordinal))
        {
            var read = await output.ReadAsync(TestContext.Current.CancellationToken);
            begun += System.Text.Encoding.Latin1.GetString(System.Buffers.BuffersExtensions.ToArray(read.Buffer));
            output.AdvanceTo(read.Buffer.End);
        }

        await input.SendAsync("10\r\n free slots, ok \r\n8\r\n casino \r\n5\r\nafter\r\n0\r\n\r\n");
        await run;

        var rest = begun + System.Text.Encoding.Latin1.GetString(await LineInMemory.DrainAsync(output));
        rest.ShouldContain("free slots");
        rest.ShouldNotContain("after");
        rest.ShouldNotEndWith("0\r\n\r\n");
        _line.Log.Lines.ShouldHaveSingleItem().ShouldContain("PageWords");
    }

    [Theory]
    [InlineData(Limits.Held - 1)]
    [InlineData(Limits.Held)]
    [InlineData(Limits.Held + 1)]
    [InlineData(2 * Limits.Held)]
    public async Task PageOfAnyLength_ComesWhole(int length)
    {
        var text = new string('y', length);

        var answers = await _line.AskAsync(Ask.Answer("http://good.test/", Ask.Html(), "0\r\n\r\n") + Ask.Chunks(text[..(length / 2)], text[(length / 2)..]));

        answers[^1].Body.ShouldBe(text);
    }

    [Fact]
    public async Task SlowPage_IsNotHeldForEver()
    {
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Answer("http://good.test/", Ask.Html(), "0\r\n\r\n") + "4\r\ntick\r\n");
        for (var i = 0; i <= 4; i++) _line.Lines.Look();
        await input.SendAsync("4\r\ntock\r\n0\r\n\r\n" + Ask.Get("http://good.test/"));
        await input.CompleteAsync();
        await run;

        var answers = Answered.All(await LineInMemory.DrainAsync(output));
        answers.Select(one => one.Word).ShouldBe(["100", "answer", "204"]);
        answers[1].Body.ShouldBe("ticktock");
    }
}
