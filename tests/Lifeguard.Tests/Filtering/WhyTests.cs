using System.Net;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Snapshot;
using Lifeguard.Tests.Guards;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Filtering;

/// <summary>"Why did that not open?", for somebody unknown and for somebody signed in.</summary>
public sealed class WhyTests(GateScene scene) : IClassFixture<GateScene>
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    private const string Policy =
        """
        policy: 1
        school: Tarrowby High School
        lowest level: pupils
        own lists:
          closed:
            title: games we closed
            addresses: [games.example]
            decided by: the technician
            since: 2026-09-01
        levels:
          pupils: { title: Pupils, for: pupils, blocks own: [closed] }
          staff: { title: Staff, for: staff }
        addresses: { 10.9.0.0/16: staff }
        exceptions:
          - block: chat.example
            decided by: the head
            since: 2026-09-14
            why: "<b>not in lessons</b>"
        """;

    [Fact]
    public async Task Anybody_IsToldWhy_WithoutAHistory_AndTheAddressStandsInNoAddress()
    {
        await WritePolicyAsync();
        var page = await scene.World.Stranger().GetAsync("/gate/why");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("#own").ShouldBeNull();

        var answer = await page.SubmitAsync(form => form.Set("Address", "www.games.example/play?x=1"), "Say why");

        answer.Path.ShouldBe("/gate/why");
        answer.Text.ShouldContain("It is blocked");
        answer.Text.ShouldContain("games we closed");
        answer.Text.ShouldContain("the technician");
        answer.Text.ShouldContain("1 September 2026");
        answer.Text.ShouldContain("Pupils");
        (await answer.SubmitAsync(form => form.Set("Address", "library.example"), "Say why")).Text.ShouldContain("It should open");
        (await answer.SubmitAsync(form => form.Set("Address", ""), "Say why")).Errors.ShouldBe(["Enter the address that did not open"]);
        (await answer.SubmitAsync(form => form.Set("Address", new string('a', 9_000)), "Say why")).Errors.ShouldHaveSingleItem().ShouldContain("must be 8,000 characters or fewer");
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://games.example/\"><script>alert(1)</script>")]
    [InlineData("http://[::1%25eth0]/")]
    [InlineData("bücher.example")]
    [InlineData("\u202egnp.exe")]
    public async Task HostileAddresses_AreText_AndNeverALink(string typed)
    {
        await WritePolicyAsync();
        var answer = await (await scene.World.Stranger().GetAsync("/gate/why")).SubmitAsync(form => form.Set("Address", typed), "Say why");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Document.QuerySelectorAll("main img, main script:not([src]), main [onerror]").ShouldBeEmpty();
        answer.Document.QuerySelectorAll("main a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('/'));
        answer.Document.QuerySelector(".lg-address__text").ShouldNotBeNull();
    }

    [Fact]
    public async Task SignedIn_IsShownTheirOwnLastMinutes_AndNobodyElses()
    {
        await WritePolicyAsync();
        scene.Write(
            new Decided(scene.Now - 60_000, scene.Teacher.Email.ToUpperInvariant(), "games.example", Path: "/own/" + Hostile),
            new Decided(scene.Now - 50_000, scene.Teacher.Email, "chat.example", Path: ""),
            new Decided(scene.Now - 40_000, scene.Teacher.Email, "allowed.example", "allow", null),
            new Decided(scene.Now - (16 * 60_000), scene.Teacher.Email, "long-ago.example"),
            new Decided(scene.Now - 30_000, scene.Colleague.Email, "colleague.example"),
            new Decided(scene.Now - 20_000, null, "shared.example"));
        await scene.LoadAsync();

        var page = await (await scene.World.SignedInAsync(scene.Teacher)).GetAsync("/gate/why");

        page.Text.ShouldContain("games.example/own/" + Hostile);
        page.Document.QuerySelectorAll("main img").ShouldBeEmpty();
        // What the log says was another reason than the one that holds today.
        page.Text.ShouldContain("It did not open, because it stood in a list of games. That has changed since. Today the gate says: Blocked, as the head decided: <b>not in lessons</b>.");
        foreach (var not in new[] { "allowed.example", "long-ago.example", "colleague.example", "shared.example" }) page.Text.ShouldNotContain(not);

        (await (await scene.World.SignedInAsync(scene.Colleague)).GetAsync("/gate/why")).Text.ShouldContain("colleague.example");
        (await (await scene.World.SignedInAsync(scene.Colleague)).GetAsync("/gate/ask")).Text.ShouldNotContain("games.example/own");
        (await (await scene.World.SignedInAsync(scene.Stranger)).GetAsync("/gate/why")).Text.ShouldNotContain("games.example");
        (await scene.World.Stranger().GetAsync("/gate/why")).Text.ShouldNotContain("games.example/own");
    }

    [Fact]
    public async Task Staff_FindThePage_AndWhoeverStandsBeforeTheDoorToo()
    {
        (await (await (await scene.World.SignedInAsync(scene.Teacher)).GetAsync("/home")).FollowAsync("Why blocked?")).Heading.ShouldBe("Why did that not open?");
        var page = await (await scene.World.Stranger().GetAsync("/sign-in")).FollowAsync("see why a page did not open");
        (await page.FollowAsync("Ask for it")).Heading.ShouldBe("Ask for a page");
    }

    [Fact]
    public async Task AFaultyPolicy_LeavesTheLastGoodOne()
    {
        await WritePolicyAsync();
        await AskAsync();
        await File.WriteAllTextAsync(Path.Combine(scene.World.GateFolder, "policy.yml"), "policy: 1\nnonsense: yes\n", TestContext.Current.CancellationToken);

        (await AskAsync()).ShouldContain("It is blocked");
    }

    /// <summary>What the gateway does not take the page does not answer from, also when it is asked for the first time afterwards.</summary>
    [Fact]
    public async Task ListsThatShrink_WaitForSomebodysWord_HereToo()
    {
        await File.WriteAllTextAsync(In(GateFolder.PolicyFile),
            """
            policy: 1
            school: Tarrowby High School
            lowest level: pupils
            categories: { games: { title: Games, lists: [games] } }
            levels: { pupils: { title: Pupils, blocks: [games] } }
            """, TestContext.Current.CancellationToken);
        try
        {
            WriteLists(Enumerable.Range(0, 100).Select(i => $"other{i}.example").Append("games.example"));
            (await AskAsync()).ShouldContain("It is blocked");

            WriteLists(Enumerable.Range(0, 79).Select(i => $"other{i}.example"));
            (await AskAsync()).ShouldContain("It is blocked");

            await File.WriteAllTextAsync(In(GateFolder.AcceptFile), FilterSnapshot.Open(In(GateFolder.ListsFile), out _)!.Version, TestContext.Current.CancellationToken);
            (await AskAsync()).ShouldContain("It should open");
        }
        finally
        {
            File.Delete(In(GateFolder.ListsFile));
            File.Delete(In(GateFolder.AcceptFile));
        }

        void WriteLists(IEnumerable<string> names)
        {
            var compiler = new ListCompiler();
            compiler.Add(new ListFile("games", "games", scene.World.Clock.GetUtcNow(), System.Text.Encoding.ASCII.GetBytes(string.Join('\n', names))));
            compiler.Write(In(GateFolder.ListsFile));
        }
    }

    [Fact]
    public async Task NoLogLine_NamesWhatWasAskedFor()
    {
        await WritePolicyAsync();
        var log = new CapturedLog();
        log.Listen(scene.World);
        log.IsHearing = true;
        await (await scene.World.Stranger().GetAsync("/gate/why")).SubmitAsync(form => form.Set("Address", "very-private.example"), "Say why");

        log.Lines.Where(one => one.Line.Contains("very-private", StringComparison.Ordinal)).Select(one => $"{one.Category}: {one.Line}").ShouldBeEmpty();
    }

    private async Task<string> AskAsync() => (await (await scene.World.Stranger().GetAsync("/gate/why")).SubmitAsync(form => form.Set("Address", "games.example"), "Say why")).Text;

    private string In(string name) => Path.Combine(scene.World.GateFolder, name);

    private Task WritePolicyAsync() => File.WriteAllTextAsync(In(GateFolder.PolicyFile), Policy);
}
