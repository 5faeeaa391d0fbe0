using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Tests.Policies;

public sealed class PolicyTests
{
    private const string Sound =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories:
          games: { title: Games, lists: [games] }
        levels:
          pupils: { title: Pupils, blocks: [games] }
          staff: { title: Staff, for: staff }
        """;

    [Theory]
    [InlineData("lowest level: pupils", "lowest level: pupil", 3, "there is no level \"pupil\"")]
    [InlineData("blocks: [games]", "blocks: [gamez]", 7, "there is no category \"gamez\"")]
    [InlineData("title: Pupils", "titel: Pupils", 7, "\"titel\" means nothing here; was \"title\" meant?")]
    [InlineData("policy: 1", "policy: 2", 1, "this program reads policies of format 1, not \"2\"")]
    [InlineData("for: staff", "for: staff, stays open: perhaps", 8, "\"stays open\" can be yes, no, true, false, not \"perhaps\"")]
    [InlineData("blocks: [games]", "blocks: [games], stays open: yes", 7, "only a level for staff may stay open while the filter cannot decide")]
    [InlineData("blocks: [games]", "blocks: [games], bare numbers: open", 7, "pupils never open bare IP addresses: no list knows them")]
    [InlineData("school: A school", "school: A school\nschool: B school", 3, "this is not YAML: Duplicate key school")]
    [InlineData("school: A school", "", 1, "\"school\" is missing")]
    [InlineData("lists: [games]", "lists: []", 5, "\"games\" needs \"lists\": which lists stand for it")]
    [InlineData("school: A school", "school: A school\ntime zone: Europe/Londres", 3, "there is no time zone \"Europe/Londres\"; for the United Kingdom it is Europe/London")]
    [InlineData("levels:", "addresses: { 10.1.0.0/99: pupils }\nlevels:", 6, "\"10.1.0.0/99\" is no range of addresses, such as 10.20.0.0/16")]
    [InlineData("levels:", "times: { night: { days: [someday], from: \"21:00\", to: \"06:00\" } }\nlevels:", 6, "\"someday\" is no day; days are monday, tuesday, wednesday, thursday, friday, saturday, sunday, school days and every day")]
    [InlineData("levels:", "own lists: { ours: { addresses: [two words] } }\nlevels:", 6, "\"two words\" is no address that can be listed: it needs to be one name, or a name and a path")]
    [InlineData("levels:", "exceptions: [{ open: a.test, block: b.test }]\nlevels:", 6, "an exception has either \"open\" or \"block\", with one address")]
    [InlineData("levels:", "exceptions: [{ open: a.test, for: level nobody }]\nlevels:", 6, "there is no level \"nobody\"")]
    [InlineData("levels:", "exceptions: [{ open: a.test, from: 2026-12-01, until: 2026-11-01 }]\nlevels:", 6, "the end of this exception comes before its beginning")]
    [InlineData("levels:", "exceptions: [{ open: a.test, until: 1 December }]\nlevels:", 6, "\"until\" needs a day or a time such as 2026-11-30 or 2026-11-30 15:20, not \"1 December\"")]
    [InlineData("levels:", "phrases: [nowhere.txt]\nlevels:", 6, "there is no file \"nowhere.txt\" beside the policy")]
    [InlineData("levels:", "a: &x [1]\nlevels:", 6, "this is not YAML: references (& and *) are not used in a policy")]
    [InlineData("levels:", "a: [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]\nlevels:", 6, "this is not YAML: it is nested too deeply")]
    public void EachMistake_IsNamedWithItsLine(string from, string to, int line, string text)
    {
        Policy.Read("policy.yml", Sound.Replace(from, to, StringComparison.Ordinal), out var faults).ShouldBeNull();

        faults.ShouldContain(new PolicyFault("policy.yml", line, text), string.Join('\n', faults));
    }

    [Fact]
    public void AllMistakes_AreNamedTogether()
    {
        Policy.Read("policy.yml", Sound.Replace("[games] }\n", "[games], x: 1 }\n", StringComparison.Ordinal).Replace("for: staff", "for: stuff", StringComparison.Ordinal), out var faults).ShouldBeNull();

        faults.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("- a\n- b")]
    [InlineData("\t")]
    [InlineData("policy: [")]
    [InlineData("policy: 1\n? {}\n: x")]
    [InlineData("\u0000")]
    public void WhatIsNoPolicy_IsRefused(string text)
    {
        Policy.Read("policy.yml", text, out var faults).ShouldBeNull();

        faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void AnyText_IsAPolicyOrIsRefused_NeverMore()
    {
        var random = new Random(13);
        var rounds = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 200_000 : 3_000;
        for (var round = 0; round < rounds; round++)
        {
            var text = Sound.ToCharArray().ToList();
            for (var change = random.Next(4); change >= 0; change--)
            {
                var at = random.Next(text.Count);
                if (random.Next(2) == 0) text[at] = (char)random.Next(1, 0x500);
                else text.InsertRange(at, new[] { ": ", "{", "}", "- ", "&a ", "*a", "\n", "? ", "!!", "|", "[" }[random.Next(11)]);
            }

            var policy = Policy.Read("policy.yml", new string([.. text]), out var faults);
            (policy is null).ShouldBe(faults.Count > 0);
        }
    }

    [Fact]
    public void ListThatTheSnapshotDoesNotHold_IsNamed()
    {
        var policy = Policy.Read("policy.yml", Sound, out _)!;

        Filter.Bind(Small.Lists(("other", "a.test")), policy, Overlay.None, out var faults).ShouldBeNull();
        faults.ShouldBe([new PolicyFault("policy.yml", 5, "the category \"games\" names the list \"games\", which the compiled lists do not hold")]);
    }

    [Theory]
    [InlineData("people: { a: { level: nobody } }", "there is no level \"nobody\"")]
    [InlineData("people: { a: { groups: [none] } }", "there is no group \"none\"")]
    [InlineData("people: { a: { until: 2026-12-01 } }", "\"a\" needs a level or groups")]
    public void MistakesOfAnOverlay_AreNamed(string line, string text)
    {
        Overlay.Read("overlay.yml", $"overlay: 1\n{line}\n", Policy.Read("policy.yml", Sound, out _)!, out var faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.Line == 2 && fault.Text == text);
    }

    /// <summary>Hours are those of the clock on the wall: an hour longer in October, an hour shorter in March.</summary>
    [Theory]
    [InlineData("2026-10-25T00:30:00Z", true)]
    [InlineData("2026-10-25T01:30:00Z", true)]
    [InlineData("2026-10-25T06:30:00Z", false)]
    [InlineData("2026-03-29T00:30:00Z", true)]
    [InlineData("2026-03-29T01:30:00Z", true)]
    [InlineData("2026-03-29T05:30:00Z", false)]
    public void Night_EndsAtSixOnTheWall_AlsoWhenClocksChange(string instant, bool isClosed)
    {
        var filter = Small.Filter(Sound.Replace("levels:", "times: { night: { days: [every day], from: \"21:00\", to: \"06:00\" } }\nlevels:", StringComparison.Ordinal)
            .Replace("blocks: [games]", "times: [{ during: night, closed: yes }]", StringComparison.Ordinal), ("games", "play.test"));

        filter.Ask("https://plain.test/", at: DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).Reason.ShouldBe(isClosed ? Reason.ClosedNow : Reason.NothingAgainst);
    }
}
