using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Exchange;

/// <summary>The end of a page comes a moment behind the page, and before anything else.</summary>
public sealed class PageEndTests
{
    private const string End = "0\r\n\r\n";
    private const string FromSquid = "Allow: 204\r\nX-Filter-Port: pupils\r\n";

    private readonly LineInMemory _line = new();

    [Fact]
    public async Task ThePage_ComesFirst_AndItsEndByItself()
    {
        var (input, output, _) = _line.Open();
        await input.SendAsync(Ask.Get("http://games.test/", icap: FromSquid));

        var page = Read(output);
        page.ShouldEndWith("</html>\n\r\n");
        _line.Pass(TimeSpan.FromMilliseconds(2));
        Read(output).ShouldBeEmpty();
        _line.Pass(TimeSpan.FromMilliseconds(2));
        Read(output).ShouldBe(End);
        Answered.All(Ask.Bytes(page + End)).ShouldHaveSingleItem().Word.ShouldBe("page 403");
    }

    [Fact]
    public async Task WhoeverIsNoSquidOfOurs_GetsTheWholePageAtOnce()
    {
        var (input, output, _) = _line.Open();
        await input.SendAsync(Ask.Get("http://games.test/"));

        Answered.All(Ask.Bytes(Read(output))).ShouldHaveSingleItem().Word.ShouldBe("page 403");
    }

    [Fact]
    public async Task WhoeverAsksAgainAtOnce_GetsTheEndBeforeTheAnswer()
    {
        var (input, output, _) = _line.Open();
        await input.SendAsync(Ask.Get("http://games.test/", icap: FromSquid));
        var page = Read(output);
        await input.SendAsync(Ask.Get("http://games.test/", icap: FromSquid));
        var more = Read(output);
        _line.Pass(TimeSpan.FromMilliseconds(5));
        await input.SendAsync(Ask.Get("http://good.test/"));
        more += Read(output);

        Answered.All(Ask.Bytes(page + more)).Select(one => one.Word).ShouldBe(["page 403", "page 403", "204"]);
    }

    [Fact]
    public async Task MessageInPieces_BehindAPage_IsReadAsOne()
    {
        var (input, output, _) = _line.Open();
        await input.SendAsync(Ask.Get("http://games.test/", icap: FromSquid));
        var said = Read(output);
        var next = Ask.Get("http://good.test/");
        await input.SendAsync(next[..40]);
        said += Read(output);
        await input.SendAsync(next[40..]);
        said += Read(output);

        Answered.All(Ask.Bytes(said)).Select(one => one.Word).ShouldBe(["page 403", "204"]);
    }

    [Fact]
    public async Task FaultBehindAPage_EndsThePageFirst()
    {
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Get("http://games.test/", icap: FromSquid) + "NONSENSE\r\n\r\n");
        await run;

        Answered.All(await LineInMemory.DrainAsync(output)).Select(one => one.Word).ShouldBe(["page 403", "400"]);
    }

    /// <summary>A line that is woken for nothing while it reads a page holds that page all the same.</summary>
    [Fact]
    public async Task PageThatIsRead_BehindAPage_IsHeldUntilItsWordsAreJudged()
    {
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Get("http://games.test/", icap: FromSquid));
        await input.SendAsync(Ask.Answer("http://good.test/", Ask.Html(), "c\r\n<p>free slot\r\n", icap: "Allow: 204\r\n"));
        _line.Pass(TimeSpan.FromMilliseconds(5));
        await input.SendAsync(Ask.Chunks("s casino</p>"));
        await input.CompleteAsync();
        await run;

        Answered.All(await LineInMemory.DrainAsync(output)).Select(one => one.Word).ShouldBe(["page 403", "page 403"]);
    }

    private static string Read(PipeReader output)
    {
        if (!output.TryRead(out var read)) return "";
        var text = Encoding.Latin1.GetString(read.Buffer.ToArray());
        output.AdvanceTo(read.Buffer.End);
        return text;
    }
}
