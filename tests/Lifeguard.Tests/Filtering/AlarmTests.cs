using System.Net;
using Lifeguard.Filtering.Alarms;
using Lifeguard.Kernel;
using Lifeguard.Tests.BadDays;

namespace Lifeguard.Tests.Filtering;

/// <summary>The site hears when the gate fails, keeps it, and tells whoever must know.</summary>
public sealed class AlarmTests(AlarmScene scene) : IClassFixture<AlarmScene>
{
    private const string Open = "A page that must be blocked opened";
    private const string Gone = "The web filter does not answer";

    [Fact]
    public async Task AGatewayThatIsSilent_CountsAfterTwoLooks_AndWhoeverMustKnowIsToldOnce()
    {
        await scene.BeginAsync();
        scene.Says = "<html>hello</html>";
        await scene.LookAsync();
        (await scene.PageAsync(scene.Technician)).Text.ShouldContain("Nothing is wrong");

        await scene.LookAsync();

        (await scene.LettersAsync()).ShouldBe([(scene.Technician.Email, LetterUrgency.Urgent), (scene.Lead.Email, LetterUrgency.Urgent)], ignoreOrder: true);
        (await scene.PageAsync(scene.Technician, "/home")).Text.ShouldContain(Gone);
        var lead = await (await scene.PageAsync(scene.Lead, "/home")).FollowAsync(Gone);
        lead.Text.ShouldContain("pages stay shut for pupils until a gateway answers again");
        lead.Text.ShouldContain("Ring the technician");
        lead.Text.ShouldNotContain("gateway.log");
        (await scene.PageAsync(scene.Technician)).Text.ShouldContain("gateway.log");
        (await scene.PageAsync(scene.Head, "/home")).Text.ShouldContain(Gone);
        (await scene.PageAsync(scene.Teacher, "/home")).Text.ShouldNotContain(Gone);
        (await scene.PageAsync(scene.Teacher)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await scene.PageAsync(scene.Elsewhere, "/home")).Text.ShouldNotContain(Gone);

        for (var look = 0; look < 5; look++) await scene.LookAsync();
        scene.Says = AlarmScene.Well;
        await scene.LookAsync();

        (await scene.LettersAsync()).ShouldBeEmpty();
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldNotContain(Gone);
        var over = await scene.PageAsync(scene.Technician);
        over.Text.ShouldContain("Nothing is wrong");
        over.Text.ShouldContain("3 minutes");
        (await ActsAsync()).ShouldBe(["GateAlarmBegan", "GateAlarmEnded"]);
    }

    [Fact]
    public async Task APageThatOpened_IsThereAtTheFirstLook_AndIsOverOnlyWhenItIsBlockedAgain()
    {
        await scene.BeginAsync();
        scene.Says = AlarmScene.Seen("open", 1);
        await scene.LookAsync();

        (await scene.LettersAsync()).ShouldBe([(scene.Technician.Email, LetterUrgency.Urgent), (scene.Lead.Email, LetterUrgency.Urgent)], ignoreOrder: true);
        var page = await scene.PageAsync(scene.Lead);
        page.Text.ShouldContain(Open);
        page.Text.ShouldContain("pupils");
        page.Text.ShouldContain("work without the internet");
        (await scene.PageAsync(scene.Technician)).Text.ShouldContain("end Squid there");

        scene.Says = AlarmScene.Seen("no answer", 1);
        await scene.LookAsync();
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldContain(Open);
        // The gate was started anew, and the door is not up yet.
        scene.Says = AlarmScene.Seen("not up yet", 0);
        await scene.LookAsync();
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldContain(Open);
        scene.Says = AlarmScene.Well;
        await scene.LookAsync();
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldNotContain(Open);
    }

    [Fact]
    public async Task AGateThatFlickers_WritesOneLetter()
    {
        await scene.BeginAsync();
        for (var flicker = 0; flicker < 4; flicker++)
        {
            scene.Says = AlarmScene.Seen("open", 2);
            await scene.LookAsync();
            scene.Says = AlarmScene.Well;
            await scene.LookAsync();
        }

        (await scene.LettersAsync()).Count.ShouldBe(2);
        (await Aftermath.ColumnAsync(scene.World.Database.Backup, $"select id::text from gate_alarm where began_at > '{scene.World.Clock.GetUtcNow().AddMinutes(-20):O}'")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task WhatFailsShut_OrTouchesFilesAlone_IsTheTechniciansMatter()
    {
        await scene.BeginAsync();
        scene.Says = AlarmScene.Seen("no answer", 2).Replace("\"fileFaults\":[]", "\"fileFaults\":[\"policy.yml, line 7: no level is called \\\"ks9\\\"\"]", StringComparison.Ordinal)
            .Replace("\"listsWait\":null", "\"listsWait\":\"lists.snapshot holds 20 entries\"", StringComparison.Ordinal).Replace("\"notLogged\":0", "\"notLogged\":12", StringComparison.Ordinal);
        await scene.LookAsync();

        (await scene.LettersAsync()).ShouldBe([(scene.Technician.Email, LetterUrgency.Routine)]);
        var home = await scene.PageAsync(scene.Technician, "/home");
        foreach (var title in new[] { "A door of the filter does not answer", "A file of the filter was refused", "New lists wait for somebody to accept them", "The filter could not write down all that it decided" }) home.Text.ShouldContain(title);
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldNotContain("filter was refused");
        var page = await scene.PageAsync(scene.Technician);
        page.Text.ShouldContain("policy.yml, line 7");
        page.Text.ShouldContain("with the last good files");

        // Another file: a change of the same alarm, and no other letter.
        scene.Says = scene.Says.Replace("policy.yml, line 7", "overlay.yml, line 2", StringComparison.Ordinal);
        await scene.LookAsync();
        (await scene.LettersAsync()).ShouldBeEmpty();
        (await scene.PageAsync(scene.Technician)).Text.ShouldContain("overlay.yml, line 2");

        // A loss that was told is not told again, whoever starts anew; more of it is.
        scene.Says = AlarmScene.Well.Replace("\"notLogged\":0", "\"notLogged\":12", StringComparison.Ordinal);
        await scene.LookAsync();
        scene.World.Clock.PassMinutes(10);
        await scene.LookAsync();
        (await scene.PageAsync(scene.Technician)).Text.ShouldContain("Nothing is wrong");
        scene.RestartSite();
        scene.World.Clock.PassMinutes(10);
        await scene.LookAsync();
        (await scene.PageAsync(scene.Technician)).Text.ShouldContain("Nothing is wrong");
        scene.Says = AlarmScene.Well.Replace("\"notLogged\":0", "\"notLogged\":13", StringComparison.Ordinal);
        await scene.LookAsync();
        (await scene.PageAsync(scene.Technician, "/home")).Text.ShouldContain("could not write down");
    }

    [Fact]
    public async Task OneGatewayOfSeveral_IsTheTechniciansMatter_AllOfThemEverybodys()
    {
        await scene.BeginAsync();
        await scene.LookAsync(scene.Gateway, AlarmScene.Nobody);
        await scene.LookAsync(scene.Gateway, AlarmScene.Nobody);
        (await scene.LettersAsync()).ShouldBe([(scene.Technician.Email, LetterUrgency.Routine)]);
        var page = await scene.PageAsync(scene.Technician);
        page.Text.ShouldContain("One of the gateways does not answer");
        page.Text.ShouldContain("127.0.0.1:1");
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldNotContain("does not answer");

        scene.Says = AlarmScene.Well.Replace("\"decides\":true", "\"decides\":false", StringComparison.Ordinal);
        await scene.LookAsync(scene.Gateway, AlarmScene.Nobody);
        (await scene.LettersAsync()).Count(letter => letter.Urgency == LetterUrgency.Urgent).ShouldBe(2);
        (await scene.PageAsync(scene.Lead, "/home")).Text.ShouldContain(Gone);
    }

    [Fact]
    public async Task WhatAGatewaySays_IsShortText_AndNeverALink()
    {
        await scene.BeginAsync();
        var hostile = "<a href='javascript:alert(1)'>https://bad.example</a>\\u202e\\u0000<img src=x onerror=alert(1)>" + new string('x', 5_000);
        scene.Says = AlarmScene.Seen("open", 3).Replace("\"name\":\"pupils\"", $"\"name\":\"{hostile}\"", StringComparison.Ordinal)
            .Replace("\"fileFaults\":[]", $"\"fileFaults\":[{string.Join(',', Enumerable.Repeat($"\"{hostile}\"", 50))}]", StringComparison.Ordinal);
        await scene.LookAsync();

        var page = await scene.PageAsync(scene.Technician);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("<a href='javascript:alert(1)'>");
        page.Document.QuerySelectorAll("main img, main [onerror]").ShouldBeEmpty();
        page.Document.QuerySelectorAll("main a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('/'));
        page.Html.ShouldNotContain("\u202e");
        page.Text.Length.ShouldBeLessThan(8_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"decides\":\"yes\"}")]
    [InlineData("{\"decides\":true,\"probes\":{}}")]
    [InlineData("{\"decides\":true,\"fileFaults\":[\"\\ud800\"]}")]
    [InlineData("{\"decides\":true,\"notLogged\":1e99}")]
    [InlineData("[[[[[[[[[[[[1]]]]]]]]]]]]")]
    public void WhatNoGatewaySays_IsNotTakenForAnAnswer(string said)
    {
        (GatewayHealth.Read(System.Text.Encoding.UTF8.GetBytes(said))?.Files.Contains('\ud800', StringComparison.Ordinal) ?? false).ShouldBeFalse();
    }

    [Fact]
    public async Task WithoutAGate_NothingIsLookedAt()
    {
        await scene.BeginAsync();
        await scene.World.DoAsync(async services =>
        {
            var look = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<LookAtGateways>(services, new Lifeguard.Filtering.Model.GateSettings { Gateways = [AlarmScene.Nobody] });
            await look.LookAsync(CancellationToken.None);
            await look.LookAsync(CancellationToken.None);
        });

        (await scene.LettersAsync()).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<string>> ActsAsync() => Aftermath.ColumnAsync(scene.World.Database.Backup,
        $"select act from journal where record_kind = 'gate-alarm' and at > '{scene.World.Clock.GetUtcNow().AddMinutes(-20):O}' order by at");
}
