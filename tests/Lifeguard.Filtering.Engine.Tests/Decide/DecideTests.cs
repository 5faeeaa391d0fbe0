using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Tests.Decide;

public sealed class DecideTests
{
    private const string Yaml =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories:
          adult: { title: Adult content, lists: [adult], locked: yes }
          games: { title: Games, lists: [games] }
          proxies: { title: Ways round the filter, lists: [proxies], locked: yes }
        sealed lists: [sealed]
        own lists:
          lessons:
            title: Sites of our lessons
            decided by: the online safety lead
            since: 2026-09-01
            addresses: [lesson.test, chess.games.test, games.test/maths]
          not-here: { addresses: [silly.test, lesson.test/chat] }
        words:
          harm: { title: Self-harm, action: note, words: [hurt myself, suicide] }
          adult-words: { title: Adult words, words: [porn, naked ladies], in: [searches, addresses], except: [pork] }
        times:
          lessons: { days: [school days], from: "08:40", to: "15:20" }
          lunch: { days: [school days], from: "12:00", to: "13:00" }
          night: { days: [every day], from: "21:00", to: "06:00" }
        levels:
          pupils:
            title: Pupils
            blocks: [adult, games, proxies]
            blocks own: [not-here]
            opens: [lessons]
            words: [harm, adult-words]
            blocked downloads: [exe, msi]
            times:
              - { during: lunch, opens: [games] }
              - { during: night, closed: yes }
          garden:
            title: The youngest
            page wording: youngest
            only: [lessons]
          careful: { title: Careful, blocks: [adult], unknown addresses: held }
          staff: { title: Staff, for: staff, blocks: [adult], bare numbers: open, ports: [80, 443, 8080] }
        groups: { year 9: pupils, chess club: pupils, teachers: staff }
        addresses: { 10.1.0.0/16: staff, 10.1.7.0/24: garden }
        helplines: [help.test]
        exceptions:
          - { open: games.test, for: group chess club, until: 2026-11-30, decided by: Ms Okoro, why: the tournament }
          - { block: new.test, decided by: the technician }
          - { open: adult.test, for: everybody }
        """;

    private static readonly Filter Filter = Small.Filter(Yaml,
        ("adult", "adult.test\nxn.test\nhost.test/bad\nhost.test/very/bad/\nblocked.test\n"), ("games", "games.test\nplay.test\n"), ("proxies", "proxy.test\n"), ("sealed", "sealed.test\n"), ("known", "known.test\n"));

    [Theory]
    [InlineData("http://plain.test/", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://play.test/x", FilterAction.Block, Reason.Category)]
    [InlineData("https://www.deep.play.test/", FilterAction.Block, Reason.Category)]
    [InlineData("https://notplay.test/", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://play.test.plain.test/", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://adult.test/", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://sealed.test/", FilterAction.Block, Reason.SealedList)]
    [InlineData("https://help.test/chat", FilterAction.Allow, Reason.Helpline)]
    [InlineData("https://www.childline.org.uk/", FilterAction.Allow, Reason.Helpline)]
    [InlineData("https://host.test/bad", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://www.host.test/bad/page?x=1", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://host.test/badly", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://host.test/a/../b%61d/", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://host.test/%2562ad/", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://host.test/very//bad", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://host.test/very/bad%00.jpg", FilterAction.Block, Reason.LockedCategory)]
    [InlineData("https://lesson.test/", FilterAction.Allow, Reason.OwnAllowed)]
    [InlineData("https://lesson.test/chat/room", FilterAction.Block, Reason.OwnBlocked)]
    [InlineData("https://chess.games.test/", FilterAction.Allow, Reason.OwnAllowed)]
    [InlineData("https://games.test/maths/7", FilterAction.Allow, Reason.OwnAllowed)]
    [InlineData("https://games.test/other", FilterAction.Block, Reason.Category)]
    [InlineData("https://silly.test/", FilterAction.Block, Reason.OwnBlocked)]
    [InlineData("https://new.test/", FilterAction.Block, Reason.BlockedByException)]
    [InlineData("http://10.0.0.7/", FilterAction.Block, Reason.RawNumber)]
    [InlineData("http://plain.test:8080/", FilterAction.Block, Reason.Port)]
    [InlineData("ftp://plain.test/", FilterAction.Block, Reason.Scheme)]
    [InlineData("https://plain.test/setup.exe", FilterAction.Block, Reason.Download)]
    [InlineData("https://plain.test/setup.exercise", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://plain.test/go?url=https%3A%2F%2Fplay.test%2F", FilterAction.Block, Reason.EmbeddedAddress)]
    [InlineData("https://plain.test/go?u=play.test/x", FilterAction.Block, Reason.EmbeddedAddress)]
    [InlineData("https://plain.test/go?u=plain2.test/x", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://play-test.translate.goog/", FilterAction.Block, Reason.EmbeddedAddress)]
    [InlineData("https://web.archive.org/web/2020/http://play.test/", FilterAction.Block, Reason.EmbeddedAddress)]
    [InlineData("https://web.archive.org/web/2020/play.test/", FilterAction.Block, Reason.EmbeddedAddress)]
    [InlineData("https://plain.test/p?__cpo=aHR0cHM6Ly9wbGF5LnRlc3Q", FilterAction.Block, Reason.EmbeddedAddress)]
    [InlineData("https://plain.test/go?u=https://help.test/", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://xn--blcked-xxa.test/", FilterAction.Block, Reason.LooksLikeListed)]
    [InlineData("https://www.google.co.uk/search?q=volcano", FilterAction.Rewrite, Reason.SafeSearch)]
    [InlineData("https://www.google.co.uk/search?q=volcano&safe=active", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://www.google.co.uk/search?q=volcano&safe=active&safe=off", FilterAction.Rewrite, Reason.SafeSearch)]
    [InlineData("https://www.google.co.uk/search?q=p0rn", FilterAction.Block, Reason.Words)]
    [InlineData("https://www.google.co.uk/search?q=n+a+k+e+d+ladies&safe=active", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://www.google.co.uk/search?q=p+o+r+n", FilterAction.Block, Reason.Words)]
    [InlineData("https://www.google.co.uk/search?q=pooorn", FilterAction.Block, Reason.Words)]
    [InlineData("https://www.google.co.uk/search?q=%EF%BD%90%EF%BD%8F%EF%BD%92%EF%BD%8E", FilterAction.Block, Reason.Words)]
    [InlineData("https://www.google.co.uk/search?q=nakedladies", FilterAction.Block, Reason.Words)]
    [InlineData("https://www.google.co.uk/search?q=pork+pies&safe=active", FilterAction.Allow, Reason.NothingAgainst)]
    [InlineData("https://free-porn-films.test/", FilterAction.Block, Reason.Words)]
    public void Pupil_AtTen(string address, FilterAction action, Reason reason)
    {
        var verdict = Filter.Ask(address, "pupils");

        (verdict.Action, verdict.Reason).ShouldBe((action, reason));
    }

    [Fact]
    public void Games_AreOpenAtLunch_AndEverythingIsClosedAtNight()
    {
        Filter.Ask("https://play.test/", "pupils", Small.Now.AddHours(2.5)).Action.ShouldBe(FilterAction.Allow);
        Filter.Ask("https://plain.test/", "pupils", Small.Now.AddHours(11)).Reason.ShouldBe(Reason.ClosedNow);
        Filter.Ask("https://plain.test/", "pupils", Small.Now.AddHours(19.9)).Reason.ShouldBe(Reason.ClosedNow);
        Filter.Ask("https://plain.test/", "pupils", Small.Now.AddHours(20)).Action.ShouldBe(FilterAction.Allow);
        Filter.Ask("https://help.test/", "pupils", Small.Now.AddHours(11)).Action.ShouldBe(FilterAction.Allow);
    }

    [Fact]
    public void WalledGarden_OpensItsOwnAlone()
    {
        Filter.Ask("https://lesson.test/", "garden").Reason.ShouldBe(Reason.OwnAllowed);
        Filter.Ask("https://plain.test/", "garden").Reason.ShouldBe(Reason.NotInWalledGarden);
    }

    [Fact]
    public void UnknownAddress_IsHeld_WhereTheLevelHoldsThem()
    {
        Filter.Ask("https://plain.test/", "careful").Reason.ShouldBe(Reason.HeldForReview);
        Filter.Ask("https://known.test/", "careful").Reason.ShouldBe(Reason.NothingAgainst);
    }

    [Fact]
    public void Noted_IsNotBlocked()
    {
        var verdict = Filter.Ask("https://www.google.com/search?q=i+want+to+hurt+myself&safe=active", "pupils");

        (verdict.Action, verdict.NotedWords).ShouldBe((FilterAction.Allow, (short)0));
        Filter.Ask("https://www.google.com/search?q=suicde&safe=active", "pupils").NotedWords.ShouldBe((short)0);
    }

    [Fact]
    public void Exception_HoldsForItsGroup_UntilItsEnd_AndNeverOpensWhatIsLocked()
    {
        var overlay = Overlay.Read("overlay.yml",
            """
            overlay: 2
            people:
              pupil.one: { groups: [chess club] }
              pupil.two: { groups: [year 9] }
              pupil.three: { level: staff }
              pupil.four: { level: staff, until: 2026-11-30 }
            exceptions:
              - { open: silly.test, for: person pupil.two, decided by: the head, why: a project }
              - { block: plain.test/now }
            """, Filter.Policy, out var faults);
        faults.ShouldBeEmpty();
        var filter = Small.Bind(Filter.Snapshot, Filter.Policy, overlay!);
        var (one, two, three) = (filter.AskerFor("Pupil.One", System.Net.IPAddress.Loopback, Small.Now), filter.AskerFor("pupil.two", System.Net.IPAddress.Loopback, Small.Now), filter.AskerFor("pupil.three", System.Net.IPAddress.Loopback, Small.Now));

        filter.AskerFor("pupil.four", System.Net.IPAddress.Loopback, Small.Now).Level.Name.ShouldBe("staff");
        filter.AskerFor("pupil.four", System.Net.IPAddress.Loopback, Small.Now.AddDays(7)).Level.Name.ShouldBe("pupils", "what was set until a day ends with it");

        filter.Ask("https://games.test/x", asker: one).Reason.ShouldBe(Reason.AllowedByException);
        filter.Ask("https://games.test/x", asker: one, at: new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.Zero)).Reason.ShouldBe(Reason.AllowedByException);
        filter.Ask("https://games.test/x", asker: one, at: new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero)).Action.ShouldBe(FilterAction.Allow, "games are open at lunch");
        filter.Ask("https://games.test/x", asker: one, at: new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero)).Reason.ShouldBe(Reason.Category);
        filter.Ask("https://games.test/x", asker: two).Reason.ShouldBe(Reason.Category);
        filter.Ask("https://silly.test/", asker: two).Reason.ShouldBe(Reason.AllowedByException);
        filter.Ask("https://silly.test/", asker: one).Reason.ShouldBe(Reason.OwnBlocked);
        filter.Ask("https://plain.test/now/x", asker: one).Reason.ShouldBe(Reason.BlockedByException);
        filter.Ask("https://adult.test/", asker: one).Reason.ShouldBe(Reason.LockedCategory);
        filter.Ask("https://adult.test/", asker: three).Reason.ShouldBe(Reason.AllowedByException, "for staff nothing is locked but the sealed list");
    }

    [Theory]
    [InlineData("10.1.2.3", "staff", true)]
    [InlineData("10.1.7.9", "garden", true)]
    [InlineData("192.168.1.1", "pupils", false)]
    [InlineData("::ffff:10.1.2.3", "staff", true)]
    public void Asker_IsFoundByAddress(string address, string level, bool isSure)
    {
        var asker = Filter.AskerFor(null, System.Net.IPAddress.Parse(address), Small.Now);

        (asker.Level.Name, asker.IsSure).ShouldBe((level, isSure));
    }

    [Fact]
    public void Tunnel_OpensOnItsOnePort()
    {
        Filter.Ask("plain.test:443", "pupils", method: WebMethod.Connect).Action.ShouldBe(FilterAction.Allow);
        Filter.Ask("plain.test", "pupils", method: WebMethod.Connect).Action.ShouldBe(FilterAction.Allow);
        Filter.Ask("plain.test:22", "staff", method: WebMethod.Connect).Reason.ShouldBe(Reason.Port);
        Filter.Ask("good.test@play.test:443", "pupils", method: WebMethod.Connect).Reason.ShouldBe(Reason.Unreadable);
    }

    [Fact]
    public void Explanation_NamesListEntryRuleAndDecision()
    {
        var blocked = Filter.Why("https://www.host.test/very/bad/x", "pupils");
        (blocked.Category, blocked.List, blocked.Entry, blocked.RuleAt).ShouldBe(("adult", "adult", "host.test/very/bad", "policy.yml, line 5"));

        var own = Filter.Why("https://lesson.test/", "pupils");
        (own.Rule, own.DecidedBy, own.Since).ShouldBe(("lessons", "the online safety lead", new DateOnly(2026, 9, 1)));
    }

    [Fact]
    public void Decide_AllocatesNothing()
    {
        string[] addresses = ["https://www.plain.test/a/page.html?x=1&y=two", "https://play.test/", "https://host.test/x/../bad", "https://www.google.co.uk/search?q=volcano+pictures&safe=active", "https://plain.test/go?url=https%3A%2F%2Fother.test%2F"];
        var raw = addresses.Select(System.Text.Encoding.ASCII.GetBytes).ToArray();
        var asker = Filter.AskerAt(Filter.Policy.Lowest);
        var scratch = new byte[Engine.Addresses.WebAddress.ScratchLength];
        var moment = Moment.At(Small.Now, Filter.Policy.Zone);
        void Round()
        {
            foreach (var one in raw)
            {
                Engine.Addresses.WebAddress.TryRead(one, scratch, out var address);
                Filter.Decide(new WebRequest(address), asker, moment);
            }
        }

        for (var round = 0; round < 50; round++) Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++) Round();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
