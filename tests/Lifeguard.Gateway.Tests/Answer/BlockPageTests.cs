using System.Text;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Answer;

public sealed class BlockPageTests
{
    private readonly LineInMemory _line = new();

    [Theory]
    [InlineData("10.9.9.9", "Your school decided this.", "Ask your teacher")]
    [InlineData(Ask.Pupil, "Pages about this do not open for your group: Games.", "You did nothing wrong")]
    [InlineData(Ask.Teenager, "Your school decided this for Years 10 and 11.", "you did nothing wrong")]
    public async Task Page_SaysWhatWhyWhoAndWhereHelpIs(string client, params string[] expected)
    {
        var page = await _line.AskOneAsync(Ask.Get("http://games.test/play?x=1", client));

        var text = System.Net.WebUtility.HtmlDecode(page.Body!);
        foreach (var one in expected) text.ShouldContain(one);
        text.ShouldContain("http://games.test/play?x=1");
        text.ShouldContain("<html lang=\"en-GB\">");
        text.ShouldContain("width=device-width");
        text.ShouldContain("0800 1111");
        text.ShouldContain("999");
        text.ShouldContain("href=\"https://site.test/gate/ask\"");
        text.ShouldContain("href=\"https://site.test/report\"");
        text.ShouldNotContain("<script");
        text.ShouldNotContain("href=\"http://games");
        var head = page.ResponseHead!;
        head.ShouldContain("Cache-Control: no-store\r\n");
        head.ShouldContain("default-src 'none'");
        head.ShouldContain($"Content-Length: {page.Body!.Length}\r\n");
    }

    [Fact]
    public async Task Adult_ReadsTheListAndTheRule()
    {
        var text = System.Net.WebUtility.HtmlDecode((await _line.AskOneAsync(Ask.Get("http://adult.test/", Ask.Staff))).Body!);

        text.ShouldContain("adult.test stands in the list adult");
        text.ShouldContain("policy.yml, line");
        text.ShouldContain("20 November 2026");
    }

    [Theory]
    [InlineData(Ask.Pupil)]
    [InlineData(Ask.Staff)]
    public async Task SealedList_ShowsNothingOfTheAddress(string client)
    {
        var page = await _line.AskOneAsync(Ask.Get("http://sealed.test/very-bad", client));

        var body = page.Body!;
        body.ShouldNotContain("sealed.test");
        body.ShouldNotContain("very-bad");
        body.ShouldNotContain("gate/ask");
        body.ShouldContain("0800 1111");
        page.ResponseHead!.ShouldNotContain("sealed");
        _line.Log.Lines.ShouldHaveSingleItem().ShouldNotContain("very-bad");
    }

    [Fact]
    public async Task PictureAndData_GetALine_AndHeadGetsNoBody()
    {
        foreach (var fields in new[] { "Accept: image/avif,image/webp,*/*;q=0.8\r\n", "Accept: */*\r\n", "Sec-Fetch-Dest: empty\r\nAccept: text/html\r\n", "Sec-Fetch-Dest: script\r\n" })
            (await _line.AskOneAsync(Ask.Get("http://games.test/", fields: fields))).Body!.Length.ShouldBeLessThan(64);

        foreach (var fields in new[] { "", "Accept: text/html,*/*\r\n", "Sec-Fetch-Dest: document\r\nAccept: */*\r\n", "Sec-Fetch-Dest: iframe\r\n" })
            (await _line.AskOneAsync(Ask.Get("http://games.test/", fields: fields))).Body!.ShouldContain("<h1>");

        var head = await _line.AskOneAsync(Ask.Request(Ask.Http("http://games.test/", "HEAD")));
        head.Body.ShouldBeNull();
        head.ResponseHead!.ShouldStartWith("HTTP/1.1 403");
    }

    [Theory]
    [InlineData("http://games.test/<script>alert(1)</script>")]
    [InlineData("http://games.test/\"onload=\"x'y")]
    [InlineData("http://games.test/&lt;script&gt;")]
    [InlineData("http://games.test/\u00e2\u0080\u00aeevil")]
    [InlineData("http://[<img src=x onerror=alert(1)>")]
    [InlineData("javascript:alert(1)//http://games.test/")]
    public async Task HostileAddress_IsTextAndNothingElse(string address)
    {
        var body = (await _line.AskOneAsync(Ask.Get(address))).Body!;

        ShouldBeHarmless(body);
    }

    [Fact]
    public async Task WhatTurnsWritingRound_IsWrittenOut()
    {
        var body = (await _line.AskOneAsync(Ask.Get("http://games.test/\u00e2\u0080\u00aegpj.exe"))).Body!;

        body.ShouldContain("games.test/%E2%80%AEgpj.exe");
    }

    [Fact]
    public async Task LongAddress_IsShortened()
    {
        var body = (await _line.AskOneAsync(Ask.Get("http://games.test/" + new string('a', 7900)))).Body!;

        body.Length.ShouldBeLessThan(6000);
    }

    [Fact]
    public async Task AnyAddress_MakesAPageWithoutHarm()
    {
        var random = new Random(Fuzz.Seed);
        byte[][] texts = [Ask.Bytes("http://games.test/a?b=c"), Ask.Bytes("http://games.test/<script>\"'&<!--]]>"), Ask.Bytes("http://games.test/\u00e2\u0080\u00ae\u00c2\u00a0\u0085")];
        for (var i = 0; i < Fuzz.Inputs; i++)
        {
            var address = Encoding.Latin1.GetString(Fuzz.Mutate(random, texts)).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
            try
            {
                var answer = await _line.AskOneAsync(Ask.Get(address, fields: ""));
                if (answer.Body is { } body && answer.Word.StartsWith("page", StringComparison.Ordinal)) ShouldBeHarmless(body);
            }
            catch (Exception failed)
            {
                Assert.Fail($"Seed {Fuzz.Seed}, input {i}: {failed.Message}\n{Convert.ToHexString(Ask.Bytes(address))}");
            }
        }
    }

    [Fact]
    public void EveryReason_HasWordsAtEveryAge_ThatNeverBlame()
    {
        foreach (var wording in Enum.GetValues<PageWording>())
        {
            foreach (var reason in Enum.GetValues<Lifeguard.Filtering.Engine.Decide.Reason>())
            {
                var why = new Lifeguard.Filtering.Engine.Decide.Explanation
                {
                    Action = Lifeguard.Filtering.Engine.Decide.FilterAction.Block,
                    Reason = reason,
                    Sentence = "Blocked.",
                    Level = "l",
                    LevelTitle = "Pupils",
                    LevelBecause = "b",
                    Snapshot = "s",
                    PolicyVersion = "p",
                    OverlayVersion = "o",
                };
                var words = Lifeguard.Gateway.Answer.PageWords.Why(wording, why) + Lifeguard.Gateway.Answer.PageWords.Calm(wording, true) + Lifeguard.Gateway.Answer.PageWords.Title(wording, why.Action);
                words.ShouldNotBeEmpty();
                foreach (var blame in new[] { "you tried", "not allowed to", "forbidden", "violat", "inappropriate", "caught", "your fault", "!" }) words.ToLowerInvariant().ShouldNotContain(blame);
            }
        }
    }

    // What is ours has no sign beyond ASCII written out, no second script, no other element than those of the page.
    private static void ShouldBeHarmless(string body)
    {
        var address = body.Contains("<p class=\"address\">", StringComparison.Ordinal) ? body.Split("<p class=\"address\">")[1].Split("</p>")[0] : "";
        if (address.AsSpan().ContainsAny('<', '>', '"') || address.Any(one => one is < ' ' or > '~')) throw new InvalidDataException(address);
        if (body.Contains("<script", StringComparison.OrdinalIgnoreCase) || body.Contains("<img", StringComparison.OrdinalIgnoreCase) || body.Contains("href=\"javascript", StringComparison.OrdinalIgnoreCase)) throw new InvalidDataException(body);
        if (body.Contains('\u202e', StringComparison.Ordinal) || body.Contains("&#x202E", StringComparison.OrdinalIgnoreCase)) throw new InvalidDataException(body);
    }
}
