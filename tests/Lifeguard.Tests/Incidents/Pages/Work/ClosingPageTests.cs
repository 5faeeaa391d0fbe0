using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class ClosingPageTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-093"), Requirement("B-107")]
    public async Task Close_WhileThingsAreOpen_ListsEveryReasonWithTheWayToItAndThenCloses()
    {
        var scene = await WorkScene.SetAsync(world);
        var refused = await CloseAsync(scene, "support-in-place");

        refused.Text.ShouldContain("Not closed: still to do");
        var ways = refused.Document.QuerySelectorAll("#in-the-way a").Select(link => link.GetAttribute("href")!.Split('/', 4)[3]).ToList();
        ways.ShouldBe(["form", "classify", "referrals/new", "parents", "support", "copied"]);

        await (await scene.OpenAsync("form")).SubmitAsync(form => FormTests.Least(form));
        await (await scene.OpenAsync("classify")).SubmitAsync(form => form.Tick("Types", "online-bullying").Tick("RiskCells", "contact/aggressive"));
        await (await scene.OpenAsync("referrals/new")).SubmitAsync(form => form.Set("What", "NoReferral").Set("Reasons", "Settled between them").Set("HeadConsulted", "true").Set("SpokenTime", "10:00"));
        foreach (var part in new[] { "child", "pupil" })
        {
            var id = (await scene.InvolvementAsync(part)).ToString();
            await (await scene.OpenAsync("parents")).SubmitAsync(form => form.Set("Child", id).Set("Decision", "told").Set("WhoWasTold", "Father").Set("How", "In school").Set("Said", "All of it").Set("ToldTime", "09:00"));
            await (await scene.OpenAsync("support")).SubmitAsync(form => form.Set("Person", id).Set("Kind", "trusted-adult").Set("State", "Given").Set("By", "Form tutor"));
        }

        await (await scene.OpenAsync("copied")).SubmitAsync(form => form.Set("Where", "copy").Set("TheirReference", "MC-77"));
        var closed = await CloseAsync(scene, "support-in-place");

        closed.Path.ShouldBe($"/incidents/{scene.Record.Reference}", closed.Text);
        var stored = await scene.AgainAsync();
        stored.Closure!.Outcome.ShouldBe("They talk again.");
        stored.CopiedTo.ShouldBe("MC-77");
    }

    [Fact]
    public async Task Close_OfAFalseAlarm_TakesOnePageAndMakesNoIncidentOfIt()
    {
        var scene = await WorkScene.SetAsync(world, takenOn: false);

        var after = await (await scene.OpenAsync("close")).SubmitAsync(form => form.Set("Reason", "not-what-it-seemed").Set("Outcome", "A film for the drama club."));

        after.Path.ShouldBe($"/incidents/{scene.Record.Reference}", after.Text);
        var stored = await scene.AgainAsync();
        stored.IsClosed.ShouldBeTrue();
        stored.IsConcern.ShouldBeTrue();
    }

    [Fact]
    public async Task Close_OfAnUrgentFalseAlarm_StillNeedsTheDecisionAboutAReferral()
    {
        var scene = await WorkScene.SetAsync(world, takenOn: false, urgent: true);

        var after = await (await scene.OpenAsync("close")).SubmitAsync(form => form.Set("Reason", "not-what-it-seemed").Set("Outcome", "A film for the drama club."));

        after.Errors.ShouldBe(["Record the decision about a referral, also when it is not to refer."]);
        (await scene.AgainAsync()).IsClosed.ShouldBeFalse();
    }

    [Fact]
    [Requirement("B-095")]
    public async Task Reasons_HaveNoneForWhatAChildAgreedTo()
    {
        var scene = await WorkScene.SetAsync(world);

        var reasons = (await scene.OpenAsync("close")).Document.QuerySelectorAll("input[name=Reason]").Select(choice => choice.GetAttribute("value")!).ToList();

        reasons.ShouldNotBeEmpty();
        reasons.ShouldNotContain(reason => reason.Contains("consen", StringComparison.OrdinalIgnoreCase));
        (await CloseAsync(scene, "consensual")).Errors.ShouldContain("Choose one of the answers on the page");
    }

    [Fact]
    public async Task Close_IsNotThereForAReaderAddedByName()
    {
        var scene = await WorkScene.SetAsync(world);
        await scene.Desk.ChangeAsync(scene.Record, (_, incident) => incident.Join(scene.Desk.Cast["teacher2"].IdentityId));
        var reader = new WorkScene(world, scene.Desk, scene.Record, await scene.Desk.AsAsync("teacher2"));

        (await reader.OpenAsync("close")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Close_OfAnAllegation_DoesNotAskForTheChildWhoStandsOnTheWelfareRecord()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "head", desk.Adult("teacher2"), desk.Pupil());

        var page = await scene.OpenAsync("close");

        var ways = page.Document.QuerySelectorAll("#in-the-way a").Select(link => link.GetAttribute("href")!.Split('/', 4)[3]).ToList();
        ways.ShouldBe(["form", "classify", "referrals/new", "copied"]);
    }

    [Fact]
    public async Task Reopen_NeedsAReasonThatStandsInTheChronology()
    {
        var scene = await WorkScene.SetAsync(world);
        await scene.CloseDirectlyAsync();
        var page = await scene.OpenAsync("reopen");

        var without = await page.SubmitAsync();
        await page.SubmitAsync(form => form.Set("Why", "Another message came."));

        without.Errors.ShouldBe(["Say why the record is opened again"]);
        (await scene.AgainAsync()).IsClosed.ShouldBeFalse();
        (await scene.LastAsync("IncidentReopened")).Payload!.ShouldContain("Another message came.");
    }

    [Theory]
    [InlineData("form")]
    [InlineData("classify")]
    [InlineData("actions/new")]
    [InlineData("parents")]
    [InlineData("referrals/new")]
    [InlineData("support")]
    [InlineData("technical-tasks/new")]
    [InlineData("links")]
    [InlineData("copied")]
    [InlineData("close")]
    [InlineData("reopen")]
    public async Task Page_OfARecordThatIsNotTheirs_IsNotThereAndAReadingIsNotedForWhoseItIs(string page)
    {
        var scene = await WorkScene.SetAsync(world);
        var stranger = await scene.Desk.AsAsync("teacher2");

        (await stranger.GetAsync($"/incidents/{scene.Record.Reference}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await scene.OpenAsync(page)).Status.ShouldBe(HttpStatusCode.OK);

        (await scene.LastAsync("RecordRead")).ByIdentity.ShouldBe(scene.Desk.Cast["dsl"].IdentityId);
    }

    private static async Task<PageSeen> CloseAsync(WorkScene scene, string reason) =>
        await (await scene.OpenAsync("close")).SubmitAsync(form => form.Set("Reason", reason).Set("Outcome", "They talk again.").Set("Lessons", "A lesson on group chats."));
}
