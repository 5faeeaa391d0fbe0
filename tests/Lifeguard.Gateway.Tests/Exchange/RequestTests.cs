using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Gateway.Exchange;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Exchange;

public sealed class RequestTests
{
    private readonly LineInMemory _line = new();

    [Theory]
    [InlineData("http://good.test/", Ask.Pupil, "204")]
    [InlineData("http://GAMES.test./x", Ask.Pupil, "page 403")]
    [InlineData("http://games.test/", Ask.Staff, "204")]
    [InlineData("http://adult.test/", Ask.Staff, "page 403")]
    [InlineData("http://mixed.test/b%61d/x", Ask.Pupil, "page 403")]
    [InlineData("http://games.test/", "unheard of", "page 403")]
    [InlineData("https://games.test/in-a-decrypted-tunnel", Ask.Pupil, "page 403")]
    [InlineData("/without-a-host", Ask.Staff, "page 403")]
    [InlineData("ftp://good.test/", Ask.Staff, "page 403")]
    [InlineData("http://www.childline.org.uk/get-support/", "10.9.9.9", "204")]
    public async Task Request_IsAnsweredAsItsLevelSays(string target, string client, string expected)
    {
        var answer = await _line.AskOneAsync(Ask.Get(target, client));

        answer.Word.ShouldBe(expected);
    }

    [Fact]
    public async Task Identity_ComesFromTheIcapHeadAlone()
    {
        var answer = await _line.AskOneAsync(Ask.Get("http://games.test/", Ask.Pupil, $"X-Client-IP: {Ask.Staff}\r\nX-Client-Username: head\r\nX-Forwarded-For: {Ask.Staff}\r\nAccept: text/html\r\n"));

        answer.Word.ShouldBe("page 403");
    }

    [Fact]
    public async Task Identity_SaidTwice_IsNoMessage()
    {
        var answer = await _line.AskOneAsync(Ask.Get("http://good.test/", icap: $"X-Client-IP: {Ask.Staff}\r\n"));

        answer.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Connection_SaidTwice_IsNoMessage()
    {
        const string Field = "X-Filter-Connection: 10.1.0.7 5 10.0.0.1 3128\r\n";
        (await _line.AskOneAsync(Ask.Connect("good.test:443", icap: Field))).Status.ShouldBe(204);
        (await _line.AskOneAsync(Ask.Connect("good.test:443", icap: Field + Field))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task RequestBefore_NeverInfluencesTheNext()
    {
        var alone = new List<byte[]>();
        string[] messages =
        [
            Ask.Get("http://games.test/"), Ask.Get("http://good.test/"), Ask.Get("http://good.test/", icap: ""), Ask.Request(Ask.Http("http://good.test/", "POST"), icap: "Preview: 0\r\n", body: "0\r\n\r\n"),
            Ask.Get("http://www.google.com/search?q=boats"), Ask.Connect("games.test:443"), Ask.Get("http://sealed.test/"), Ask.Get("http://games.test/", Ask.Staff), "OPTIONS icap://h/reqmod ICAP/1.0\r\n\r\n",
        ];
        foreach (var message in messages) alone.Add(await _line.SendAsync(Ask.Bytes(message)));

        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var order = Enumerable.Range(0, 12).Select(_ => random.Next(messages.Length)).ToArray();
            var together = await _line.SendAsync(Ask.Bytes(string.Concat(order.Select(one => messages[one]))));
            together.ShouldBe(order.SelectMany(one => alone[one]).ToArray(), $"round {round}");
        }
    }

    [Theory]
    [InlineData("X-Filter-Stage: 1\r\n", "games.test:443", "204")]
    [InlineData("X-Filter-Stage: 1\r\n", "sealed.test:443", "204")]
    [InlineData("X-Filter-Stage: 1\r\n", "sealed.test:22", "page 403")]
    [InlineData("X-Filter-Stage: 1\r\n", "good.test:22", "page 403")]
    [InlineData("X-Filter-Stage: 1\r\n", "127.0.0.66:443", "page 403")]
    [InlineData("X-Filter-Stage: 1\r\n", "good.test@games.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\n", "good.test:443", "204")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: GAMES.test\r\n", "good.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\n", "games.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: sealed.test\r\n", "good.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: good.test/@games.test\r\n", "good.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: -\r\n", "good.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\n", "good.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: -\r\n", "www.childline.org.uk:443", "204")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: games.test\r\nX-Filter-Decrypt: yes\r\n", "games.test:443", "204")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: games.test\r\nX-Filter-Decrypt: 1\r\n", "good.test:22", "page 403")]
    [InlineData("X-Filter-Stage: 2\r\nX-Filter-Sni: www.google.com\r\n", "www.google.com:443", "204")]
    [InlineData("", "games.test:443", "page 403")]
    [InlineData("X-Filter-Decrypt: yes\r\n", "games.test:443", "page 403")]
    [InlineData("X-Filter-Stage: 3\r\nX-Filter-Sni: games.test\r\n", "good.test:443", "page 403")]
    public async Task Tunnel_IsJudgedByBothItsNames_WhenBothAreKnown(string meta, string target, string expected)
    {
        var answer = await _line.AskOneAsync(Ask.Connect(target, icap: meta));

        answer.Word.ShouldBe(expected);
    }

    [Fact]
    public async Task TunnelWithoutName_IsOpenWhereALevelOfAdultsSaysSo()
    {
        (await _line.AskOneAsync(Ask.Connect("good.test:443", Ask.Office, "X-Filter-Stage: 2\r\nX-Filter-Sni: -\r\n"))).Word.ShouldBe("204");
        (await _line.AskOneAsync(Ask.Connect("good.test:443", Ask.Staff, "X-Filter-Stage: 2\r\nX-Filter-Sni: -\r\n"))).Word.ShouldBe("page 403");
    }

    [Fact]
    public async Task Tunnel_IsWrittenDownOnce_WhenItIsJudged()
    {
        await _line.AskAsync(Ask.Connect("good.test:443", icap: "X-Filter-Stage: 1\r\n"), Ask.Connect("good.test:443", icap: "X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\n"));

        _line.Log.Lines.ShouldBe(["10.1.0.7 - sure pupils good.test allow NothingAgainst -"]);
    }

    /// <summary>What the proxy was asked for may be a name of no account, or a bare number.</summary>
    [Theory]
    [InlineData(Ask.Pupil, "good.test:443", "GAMES.test", "10.1.0.7 - sure pupils games.test block Category games")]
    [InlineData(Ask.Pupil, "good.test:443", "sealed.test", "10.1.0.7 - sure pupils sealed.test block SealedList -")]
    [InlineData(Ask.Pupil, "games.test:443", "good.test", "10.1.0.7 - sure pupils games.test block Category games")]
    [InlineData(Ask.Pupil, "good.test:443", "no/name", "10.1.0.7 - sure pupils good.test refuse Unreadable -")]
    [InlineData(Ask.Office, "192.0.2.7:443", "adult.test", "10.3.0.7 - sure office adult.test block Category adult")]
    [InlineData(Ask.Office, "192.0.2.7:443", "good.test", "10.3.0.7 - sure office 192.0.2.7 allow NothingAgainst -")]
    public async Task BlockedTunnel_IsWrittenDown_UnderTheNameThatWasBlocked(string client, string target, string offered, string expected)
    {
        await _line.AskAsync(Ask.Connect(target, client, $"X-Filter-Stage: 2\r\nX-Filter-Sni: {offered}\r\n"));

        _line.Log.Lines.ShouldBe([expected]);
    }

    [Fact]
    public async Task Helpline_IsNeverWrittenDown()
    {
        await _line.AskAsync(
            Ask.Get("http://www.childline.org.uk/"), Ask.Connect("www.childline.org.uk:443", icap: "X-Filter-Stage: 1\r\n"),
            Ask.Connect("www.childline.org.uk:443", icap: "X-Filter-Stage: 2\r\nX-Filter-Sni: www.childline.org.uk\r\n"), Ask.Connect("www.childline.org.uk:443", icap: "X-Filter-Stage: 2\r\nX-Filter-Sni: games.test\r\n"),
            Ask.Connect("good.test:443", icap: "X-Filter-Stage: 2\r\nX-Filter-Sni: www.childline.org.uk\r\n"));

        _line.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_GoesOutWithItsSafeSearchOn_AndHostInStep()
    {
        var answer = await _line.AskOneAsync(Ask.Get("http://www.google.com/search?q=boats&safe=off"));

        answer.Word.ShouldBe("request");
        var lines = answer.RequestHead!.Split("\r\n");
        lines[0].ShouldStartWith("GET http://www.google.com/search?q=boats");
        lines[0].ShouldContain("safe=active");
        lines[0].ShouldNotContain("safe=off");
        lines.Where(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).ShouldBe(["Host: www.google.com"]);
    }

    [Fact]
    public async Task Video_GetsItsHeader_AndNobodyElsesBesideIt()
    {
        var answer = await _line.AskOneAsync(Ask.Get("http://www.youtube.com/", Ask.Teenager, "youtube-restrict: None\r\nAccept: */*\r\n"));

        answer.RequestHead!.Split("\r\n").Where(line => line.StartsWith("youtube-restrict", StringComparison.OrdinalIgnoreCase)).ShouldBe(["YouTube-Restrict: Strict"]);
        answer.RequestHead.ShouldContain("Accept: */*\r\n");
    }

    [Fact]
    public async Task WherePagesAreRead_NothingIsAskedForCompressed()
    {
        var answer = await _line.AskOneAsync(Ask.Get("http://good.test/", Ask.Reader, "Accept-Encoding: gzip, br\r\nAccept: text/html\r\n"));
        answer.Word.ShouldBe("request");
        answer.RequestHead!.ShouldNotContain("Encoding");

        (await _line.AskOneAsync(Ask.Get("http://good.test/", Ask.Reader))).Word.ShouldBe("204");
        (await _line.AskOneAsync(Ask.Get("http://good.test/", Ask.Pupil, "Accept-Encoding: gzip, br\r\n"))).Word.ShouldBe("204");
    }

    [Fact]
    public async Task WithoutAllow204_TheRequestComesBackAsItWent()
    {
        var http = Ask.Http("http://good.test/", "POST");

        (await _line.AskOneAsync(Ask.Request(Ask.Http("http://good.test/"), icap: ""))).RequestHead.ShouldBe(Ask.Http("http://good.test/"));
        var answer = await _line.AskOneAsync(Ask.Request(http, icap: "", body: Ask.Chunks("a=1", "&b=2")));
        answer.RequestHead.ShouldBe(http);
        answer.Body.ShouldBe("a=1&b=2");
    }

    [Fact]
    public async Task Upload_WithPreview_IsJudgedBeforeItIsSent()
    {
        var post = Ask.Http("http://good.test/", "POST");
        (await _line.AskOneAsync(Ask.Request(post, icap: "Preview: 4\r\n", body: "4\r\na=12\r\n0\r\n\r\n"))).Word.ShouldBe("204");
        (await _line.AskOneAsync(Ask.Request(post, icap: "Preview: 4\r\n", body: "3\r\na=1\r\n0; ieof\r\n\r\n"))).Word.ShouldBe("204");
        (await _line.AskOneAsync(Ask.Request(Ask.Http("http://games.test/", "POST"), icap: "Preview: 4\r\n", body: "4\r\na=12\r\n0\r\n\r\n"))).Word.ShouldBe("page 403");
        (await _line.AskOneAsync(Ask.Request(post, icap: "Preview: 4\r\n", body: "5\r\na=123\r\n0\r\n\r\n"))).Status.ShouldBe(204);
    }

    [Fact]
    public async Task ChangedUpload_WithPreview_IsAskedToGoOn()
    {
        var http = Ask.Http("http://good.test/", "POST", "Accept-Encoding: gzip\r\n");

        var more = await _line.AskAsync(Ask.Request(http, Ask.Reader, "Preview: 4\r\n", "4\r\na=12\r\n0\r\n\r\n") + Ask.Chunks("34", "56"));
        more.Select(one => one.Word).ShouldBe(["100", "request"]);
        more[1].Body.ShouldBe("a=123456");

        var whole = await _line.AskOneAsync(Ask.Request(http, Ask.Reader, "Preview: 4\r\n", "3\r\na=1\r\n0; ieof\r\n\r\n"));
        whole.Body.ShouldBe("a=1");
        var none = await _line.AskOneAsync(Ask.Request(http, Ask.Reader, "Preview: 0\r\n", "0; ieof\r\n\r\n"));
        none.Body.ShouldBe("");
    }

    [Fact]
    public async Task WhatCannotBeDecided_IsClosed_ExceptForAdultsWhoseLevelStaysOpen()
    {
        var line = new LineInMemory((in WebRequest _, Asker _, in Moment _) => throw new InvalidOperationException());

        (await line.AskOneAsync(Ask.Get("http://good.test/", Ask.Pupil))).Word.ShouldBe("page 503");
        (await line.AskOneAsync(Ask.Get("http://good.test/", Ask.Staff))).Word.ShouldBe("204");
        (await line.AskOneAsync(Ask.Get("http://good.test/", Ask.Office))).Word.ShouldBe("page 503");
        (await line.AskOneAsync(Ask.Connect("good.test:443", Ask.Pupil, "X-Filter-Stage: 1\r\n"))).Word.ShouldBe("page 503");
        (await line.AskOneAsync(Ask.Answer("http://good.test/", Ask.Html(), "0\r\n\r\n", Ask.Pupil))).Word.ShouldBe("page 503");
        line.Counts.Failed.ShouldBe(5);

        // That somebody browsed unfiltered in this minute stands in the log, once; who, and where, does not.
        await line.AskOneAsync(Ask.Get("http://good.test/", Ask.Staff));
        line.Log.Lines.ShouldBe(["255.255.255.255 - unsure staff unfiltered.invalid allow Unfiltered -"]);
    }

    [Fact]
    public async Task WithoutAFilter_EverybodyIsClosed_AndTheServiceSaysSo()
    {
        var line = new LineInMemory(hasFilter: false);

        (await line.AskOneAsync(Ask.Get("http://good.test/", Ask.Pupil))).Word.ShouldBe("page 503");
        (await line.AskOneAsync(Ask.Get("http://good.test/", Ask.Staff))).Word.ShouldBe("page 503");
        (await line.AskOneAsync("OPTIONS icap://h/reqmod ICAP/1.0\r\n\r\n")).Status.ShouldBe(503);
    }

    [Fact]
    public async Task BrokenHead_IsRefused_AndTheLineGoesOn()
    {
        var answers = await _line.AskAsync(
            Ask.Get("http://good.test/", fields: "Folded: a\r\n b\r\n"), Ask.Get("http://good.test/", fields: "No colon\r\n"), Ask.Get("http://good.test/", fields: "Zero: \0\r\n"),
            Ask.Request("GET http://good.test/\r\nHost: h\r\n\r\n"), Ask.Request(Ask.Http("http://good.test/ x")), Ask.Get("http://good.test/"));

        answers.Select(one => one.Word).ShouldBe(["page 403", "page 403", "page 403", "page 403", "page 403", "204"]);
    }

    [Fact]
    public async Task LeaseOfTwo_IsNobody()
    {
        _line.Leases.Put(System.Net.IPAddress.Parse(Ask.Staff), "first", LineInMemory.Now.AddHours(1), LineInMemory.Now);
        await _line.AskAsync(Ask.Get("http://good.test/", Ask.Staff));
        _line.Leases.Put(System.Net.IPAddress.Parse(Ask.Staff), "second", LineInMemory.Now.AddHours(1), LineInMemory.Now);
        await _line.AskAsync(Ask.Get("http://good.test/", Ask.Staff));

        _line.Log.Lines.ShouldBe(["10.2.0.7 first sure staff good.test/ allow NothingAgainst -", "10.2.0.7 - unsure youngest good.test/ allow NothingAgainst -"]);
    }
}
