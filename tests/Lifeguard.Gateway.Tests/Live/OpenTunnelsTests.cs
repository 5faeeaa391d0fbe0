using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Answer;
using Lifeguard.Gateway.Exchange;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Spool;
using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Live;

/// <summary>What is open is judged anew by what holds now, and nobody vouches for what is not known (decision 0026). It is nine o'clock on a Monday.</summary>
public sealed class OpenTunnelsTests : IDisposable
{
    private const string Device = "10.1.0.7";
    private const string Elsewhere = "10.9.0.1";

    private readonly string _folder = SmallGate.Folder();
    private readonly SpoolPlace.HandClock _clock = new();
    private readonly Leases _leases = new();
    private readonly LiveFilter _live;
    private readonly OpenTunnels _tunnels;
    private int _ports;
    private int _overlays;

    public OpenTunnelsTests()
    {
        _live = new LiveFilter(new GateFolder(_folder), _leases, _clock, NullLogger<LiveFilter>.Instance);
        _tunnels = Table();
        _live.Look();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WhenAnExceptionIsTakenBack_ItsTunnelEnds_AndNoOther()
    {
        Overlay("exceptions:\n  - { open: games.test }");
        var games = Open("games.test");
        var good = Open("good.test");
        (Fate(games), Fate(good)).ShouldBe((TunnelFate.Stays, TunnelFate.Stays));

        Overlay("exceptions: []");

        (Fate(games), Fate(good)).ShouldBe((TunnelFate.Ends, TunnelFate.Stays));
    }

    [Fact]
    public void WhenItsLastDayIsOver_NobodyHasToChangeAnything()
    {
        Overlay("exceptions:\n  - { open: games.test, until: 2026-03-02 }");
        var games = Open("games.test");
        var good = Open("good.test");

        _clock.Move(TimeSpan.FromHours(14.9));
        Fate(games).ShouldBe(TunnelFate.Stays);
        _clock.Move(TimeSpan.FromHours(0.1));

        (Fate(games), Fate(good)).ShouldBe((TunnelFate.Ends, TunnelFate.Stays));
    }

    [Fact]
    public void WhenLunchIsOver_WhatWasOpenForLunchEnds()
    {
        Policy(SmallGate.Yaml
            .Replace("levels:", "times:\n  break: { days: [school days], from: \"09:00\", to: \"09:20\" }\nlevels:", StringComparison.Ordinal)
            .Replace("pupils: { title: Pupils, ", "pupils: { title: Pupils, times: [{ during: break, opens: [games] }], ", StringComparison.Ordinal));
        var games = Open("games.test");
        var good = Open("good.test");

        _clock.Move(TimeSpan.FromMinutes(19));
        Fate(games).ShouldBe(TunnelFate.Stays);
        _clock.Move(TimeSpan.FromMinutes(1));

        (Fate(games), Fate(good)).ShouldBe((TunnelFate.Ends, TunnelFate.Stays));
    }

    [Fact]
    public void WhenSomebodysLevelIsAnother_TheirsEnds_AndNotTheirNeighbours()
    {
        Overlay("people:\n  first: { level: staff }\n  second: { level: staff }");
        var first = Open("games.test", icap: "X-Client-Username: first\r\n");
        var second = Open("games.test", icap: "X-Client-Username: second\r\n");
        (Fate(first), Fate(second)).ShouldBe((TunnelFate.Stays, TunnelFate.Stays));

        Overlay("people:\n  first: { level: pupils }\n  second: { level: staff }");

        (Fate(first), Fate(second)).ShouldBe((TunnelFate.Ends, TunnelFate.Stays));
    }

    [Fact]
    public void WhenSomebodyElseSitsThere_ItIsJudgedAsTheirs()
    {
        Overlay("people:\n  teacher: { level: staff }");
        var now = _clock.GetUtcNow();
        _leases.Put(IPAddress.Parse(Elsewhere), "teacher", now.AddHours(1), now);
        var games = Open("games.test", Elsewhere);
        Fate(games).ShouldBe(TunnelFate.Stays);

        _leases.Put(IPAddress.Parse(Elsewhere), null, now, now);

        Fate(games).ShouldBe(TunnelFate.Ends);
    }

    [Fact]
    public void WhenAListNamesIt_ItEnds()
    {
        var late = Open("late.test");
        var good = Open("good.test");

        SmallGate.WriteLists(Path.Combine(_folder, "lists.snapshot"), ("adult", "adult.test\nmixed.test/bad\n"), ("games", "games.test\nlate.test\n"), ("never", "sealed.test\n"));
        Look();

        (Fate(late), Fate(good)).ShouldBe((TunnelFate.Ends, TunnelFate.Stays));
    }

    /// <summary>Both names of a tunnel are judged anew: the one it was asked for, and the one that is offered within it.</summary>
    [Fact]
    public void TheNameOfferedWithin_IsJudgedAnewToo()
    {
        Overlay("exceptions:\n  - { open: games.test }");
        var within = Open("good.test", offers: "games.test");
        Fate(within).ShouldBe(TunnelFate.Stays);

        Overlay("exceptions: []");

        Fate(within).ShouldBe(TunnelFate.Ends);
    }

    [Fact]
    public void AHelplineGoesOn_WhateverIsClosed()
    {
        var help = Open("www.childline.org.uk");
        var good = Open("good.test");

        Policy(SmallGate.Yaml
            .Replace("levels:", "times:\n  lesson: { days: [every day], from: \"00:00\", to: \"23:59\" }\nlevels:", StringComparison.Ordinal)
            .Replace("pupils: { title: Pupils, ", "pupils: { title: Pupils, times: [{ during: lesson, closed: yes }], ", StringComparison.Ordinal));

        (Fate(help), Fate(good)).ShouldBe((TunnelFate.Stays, TunnelFate.Ends));
    }

    [Fact]
    public void WhenThereIsNoRoom_NobodyVouchesForWhatComesLater_AndItIsCounted()
    {
        var small = Table(most: 2);
        var first = Open("good.test", into: small);
        Open("good.test", into: small);
        var third = Open("good.test", into: small);

        (Fate(first, small), Fate(third, small)).ShouldBe((TunnelFate.Stays, TunnelFate.Unknown));
        (small.Count, small.NotKept).ShouldBe((2, 1));

        // A port that is used anew needs no more room.
        Open("games.test", Ask.Staff, into: small, ends: first);
        (small.Count, small.NotKept).ShouldBe((2, 1));
        _clock.Move(OpenTunnels.KeptFor + TimeSpan.FromSeconds(1));
        small.Sweep();
        Fate(Open("good.test", into: small), small).ShouldBe(TunnelFate.Stays);
    }

    [Fact]
    public void AGatewayThatBeganAnew_KnowsNothingOfWhatIsOpen()
    {
        var open = Open("good.test");

        Fate(open, Table()).ShouldBe(TunnelFate.Unknown);
    }

    [Fact]
    public void WhereSquidDoesNotSayByWhichConnection_NothingIsKnown()
    {
        Send("good.test", Device, "X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\n", _tunnels).ShouldBe(Reply.Pass);
        Send("good.test", Device, "X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\nX-Filter-Connection: nonsense\r\n", _tunnels).ShouldBe(Reply.Pass);

        _tunnels.Count.ShouldBe(0);
    }

    /// <summary>What is not let through, not yet let through, or asked about request by request, is no tunnel to vouch for.</summary>
    [Theory]
    [InlineData("games.test", "X-Filter-Stage: 2\r\nX-Filter-Sni: games.test\r\n", Reply.Page)]
    [InlineData("good.test", "X-Filter-Stage: 2\r\nX-Filter-Sni: games.test\r\n", Reply.Page)]
    [InlineData("good.test", "X-Filter-Stage: 1\r\n", Reply.Pass)]
    [InlineData("good.test", "X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\nX-Filter-Decrypt: yes\r\n", Reply.Pass)]
    public void OnlyWhatIsLetThroughForGood_IsKept(string name, string icap, object expected)
    {
        Send(name, Device, icap + "X-Filter-Connection: 10.1.0.7 5 10.0.0.1 3128\r\n", _tunnels).ShouldBe((Reply)expected);

        _tunnels.Count.ShouldBe(0);
    }

    /// <summary>The browser's port was another connection's before, and the gateway that let the new one through is not this one.</summary>
    [Fact]
    public void AConnectionThatIsYoungerThanItsTunnel_IsAnother()
    {
        var open = Open("good.test");
        _clock.Move(TimeSpan.FromMinutes(10));

        _tunnels.Judge(open, TimeSpan.FromMinutes(11)).ShouldBe(TunnelFate.Stays);
        _tunnels.Judge(open, TimeSpan.FromMinutes(9)).ShouldBe(TunnelFate.Unknown);
        _tunnels.Judge(open, TimeSpan.FromMinutes(11)).ShouldBe(TunnelFate.Unknown);
    }

    /// <summary>A password that was withdrawn opens nothing for long: what was opened with it lives by the rule for what nobody knows.</summary>
    [Fact]
    public void WithAName_ItIsVouchedForAnHour()
    {
        var signedIn = Open("good.test", icap: "X-Client-Username: somebody\r\n");
        var unnamed = Open("good.test", icap: "X-Client-Username: -\r\n");
        _clock.Move(OpenTunnels.SignedInFor);
        (Fate(signedIn), Fate(unnamed)).ShouldBe((TunnelFate.Stays, TunnelFate.Stays));

        _clock.Move(TimeSpan.FromSeconds(1));

        (Fate(signedIn), Fate(unnamed)).ShouldBe((TunnelFate.Unknown, TunnelFate.Stays));
    }

    [Fact]
    public void WhatNobodyAsksAboutAnyMore_IsForgotten()
    {
        var gone = Open("good.test");
        var open = Open("good.test");
        for (var second = 0; second <= OpenTunnels.KeptFor.TotalSeconds; second += 5)
        {
            _clock.Move(TimeSpan.FromSeconds(5));
            Fate(open).ShouldBe(TunnelFate.Stays);
            _tunnels.Sweep();
        }

        (Fate(open), Fate(gone)).ShouldBe((TunnelFate.Stays, TunnelFate.Unknown));
        _tunnels.Count.ShouldBe(1);
    }

    [Fact]
    public void WhereNothingCanBeDecided_NobodyVouches_AndWhatFailsEnds()
    {
        var open = Open("good.test");
        var force = _live.Current!;

        _live.Hold(new InForce(force.Filter, _leases, force.Since) { Decide = (in _, _, in _) => throw new InvalidOperationException() });
        Fate(open).ShouldBe(TunnelFate.Ends);
        _live.Hold(null);
        Fate(open).ShouldBe(TunnelFate.Unknown);
    }

    [Fact]
    public void QuestionAndAnswer_NameConnectionsAlone()
    {
        Overlay("exceptions:\n  - { open: games.test }");
        var (good, games) = (Open("good.test"), Open("games.test", ends: Ends("2001:db8::7 5 2001:db8::1 3128")));
        Overlay("exceptions: []");
        var question = new StringBuilder();
        TunnelQuestion.Ask(question, good, TimeSpan.FromSeconds(4.2));
        TunnelQuestion.Ask(question, games, null);
        TunnelQuestion.Ask(question, Ends("10.1.0.7 9 10.0.0.1 3128"), null);
        question.ToString().ShouldBe($"{good} 5\n2001:db8::7 5 2001:db8::1 3128\n10.1.0.7 9 10.0.0.1 3128\n");

        var answer = TunnelQuestion.Answer(_tunnels, Encoding.ASCII.GetBytes(question.ToString()));

        answer.ShouldBe($"stays {good}\nends {games}\n");
        HashSet<ConnectionEnds> stay = [], end = [];
        TunnelQuestion.Read(answer!, stay, end);
        stay.ShouldBe([good]);
        end.ShouldBe([games]);
    }

    [Theory]
    [InlineData("nonsense\n")]
    [InlineData("10.1.0.7 5 10.0.0.1\n")]
    [InlineData("10.1.0.7 70000 10.0.0.1 3128\n")]
    [InlineData("10.1.0.7 5 10.0.0.1 3128 soon\n")]
    [InlineData("10.1.0.7 5 10.0.0.1 3128 -1\n")]
    public void AQuestionThatIsNone_IsNotAnswered(string question) => TunnelQuestion.Answer(_tunnels, Encoding.ASCII.GetBytes(question)).ShouldBeNull();

    private static ConnectionEnds Ends(string text) => ConnectionEnds.TryRead(Encoding.ASCII.GetBytes(text), out var ends, out _) ? ends : throw new FormatException(text);

    private OpenTunnels Table(int most = OpenTunnels.MostKept) => new(_live, _clock, NullLogger<OpenTunnels>.Instance, most);

    private TunnelFate Fate(ConnectionEnds ends, OpenTunnels? of = null) => (of ?? _tunnels).Judge(ends, null);

    /// <summary>A browser opens a tunnel, as Squid tells of it.</summary>
    private ConnectionEnds Open(string name, string client = Device, string icap = "", string? offers = null, OpenTunnels? into = null, ConnectionEnds? ends = null)
    {
        ends ??= Ends($"{client} {++_ports} 10.0.0.1 3128");
        Send(name, client, $"{icap}X-Filter-Stage: 2\r\nX-Filter-Sni: {offers ?? name}\r\nX-Filter-Connection: {ends}\r\n", into ?? _tunnels).ShouldBe(Reply.Pass);
        return ends;
    }

    private Reply Send(string name, string client, string icap, OpenTunnels into)
    {
        var settings = new GatewaySettings { Folder = _folder };
        var judging = new Judging(_live, new BlockPage(settings, new LiveHelplines(settings)), new Written(), new Counts(), into, _clock, NullLogger<Judging>.Instance);
        using var reader = new RequestReader();
        reader.Read(Ask.Bytes(Ask.Connect(name + ":443", client, icap)), out _).ShouldBe(ReadStatus.Message);
        return judging.Request(reader);
    }

    private void Overlay(string text) => Write("overlay.yml", $"overlay: {++_overlays}\n{text}\n");

    private void Policy(string text) => Write("policy.yml", text);

    private void Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        Look();
    }

    private void Look()
    {
        _live.Look().ShouldBeTrue();
        _live.Faults.ShouldBeEmpty();
    }
}
