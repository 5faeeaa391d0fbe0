using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Work;

/// <summary>A head decides about conduct: from the school's own matrix, after the children's welfare, and never for an accident.</summary>
public sealed class ConductTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-164"), Requirement("B-188"), Requirement("B-194")]
    public async Task Head_DecidesFromTheMatrixThatTheyApproved()
    {
        var (scene, head) = await SetAsync(Intent.Deliberate);

        (await OpenAsync(scene, head)).Text.ShouldContain("No head has approved the school's matrix of conduct yet");
        await ApproveAsync(head);
        var page = await ChooseAsync(scene, head, "pupil-c");
        var without = await page.SubmitAsync();
        var after = await without.SubmitAsync(form => Fill(form, "Parents or carers are asked in"));

        without.Errors.ShouldBe([
            "Tick what is decided, or how it is put right without a sanction", "Give the reasons", "Say why this much and not more or less",
            "Say what special needs or circumstances change, or that nothing does", "Say what it means for whoever was harmed"]);
        after.Text.ShouldContain("The decision is recorded");
        var sanction = (await scene.RowsAsync<Sanction>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        (sanction.Category, sanction.ByName).ShouldBe(("pupil-c", "Harriet Eastwood"));
        sanction.Options.ShouldBe(["Parents or carers are asked in"]);
        (await scene.ShowAsync()).Text.ShouldContain("Decided about the conduct of");
    }

    [Theory]
    [InlineData("Accidental")]
    [InlineData("NotKnown")]
    [Requirement("A-163")]
    public async Task Accident_IsNeverSanctioned(string intent)
    {
        var (scene, head) = await SetAsync(Enum.Parse<Intent>(intent));
        await ApproveAsync(head);

        var page = await OpenAsync(scene, head);

        page.Text.ShouldContain("An accident is never sanctioned");
        page.Document.QuerySelectorAll("input[name=Category]").ShouldBeEmpty();
    }

    [Fact]
    [Requirement("B-198")]
    public async Task Sanction_WaitsUntilTheChildrenAreLookedAfter()
    {
        var (scene, head) = await SetAsync(Intent.Deliberate, supported: false);
        await ApproveAsync(head);
        await (await scene.OpenAsync("respond")).SubmitAsync(form => form.Set("Flow", "bullying"));

        var page = await OpenAsync(scene, head);

        page.Text.ShouldContain("Support for everybody who was harmed");
        page.Text.ShouldContain("The children come first");
        page.Document.QuerySelector("#in-the-way")!.TextContent.ShouldContain("Talk with the child in a quiet place");
    }

    [Fact]
    [Requirement("A-162")]
    public async Task SamePupilAgain_TheNextCategoryIsProposed_AndTheEarlierDecisionShown()
    {
        var (first, head) = await SetAsync(Intent.Deliberate);
        await ApproveAsync(head);
        await (await ChooseAsync(first, head, "pupil-a")).SubmitAsync(form => Fill(form, "A talk with the class teacher or tutor"));
        var again = await OnAsync(first.Desk, Intent.Deliberate, supported: true);

        var page = await ChooseAsync(again, head, "pupil-a");

        page.Text.ShouldContain("Earlier decisions about the same person");
        page.Text.ShouldContain("the matrix proposes B: it goes on. You decide.");
    }

    [Fact]
    [Requirement("A-165")]
    public async Task InternetTakenAway_IsAskedBackOnItsDay()
    {
        var (scene, head) = await SetAsync(Intent.Deliberate);
        await ApproveAsync(head);

        await (await ChooseAsync(scene, head, "pupil-b")).SubmitAsync(form => Fill(form, "Internet access is taken away for a time").Set("InternetUntil.Day", "27").Set("InternetUntil.Month", "11").Set("InternetUntil.Year", "2026"));

        var action = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        (action.DueOn, action.OwnerName).ShouldBe((new DateOnly(2026, 11, 27), "Harriet Eastwood"));
    }

    [Fact]
    public async Task Decision_StandsOnTheRecord_AndWhollyWithTheHead()
    {
        var (scene, head) = await SetAsync(Intent.Deliberate);
        await ApproveAsync(head);

        var decided = await (await ChooseAsync(scene, head, "pupil-a")).SubmitAsync(form => Fill(form, "A talk with the class teacher or tutor"));

        decided.Text.ShouldContain("He wants it to stop and fears nothing");
        var record = await scene.ShowAsync();
        record.Document.QuerySelectorAll("h2").Select(one => one.TextContent).ShouldContain("Conduct");
        record.Document.QuerySelectorAll("table").Single(one => one.TextContent.Contains("What was decided about conduct", StringComparison.Ordinal)).TextContent.ShouldContain("A talk with the class teacher or tutor");
    }

    [Fact]
    public async Task TakenBack_StaysReadable()
    {
        var (scene, head) = await SetAsync(Intent.Deliberate);
        await ApproveAsync(head);
        var page = await (await ChooseAsync(scene, head, "pupil-a")).SubmitAsync(form => Fill(form, "A talk with the class teacher or tutor"));

        var after = await page.SubmitAsync(form => form.Set("Because", "The complaint was upheld"), "Take it back");

        after.Text.ShouldContain("The complaint was upheld");
        (await scene.RowsAsync<Sanction>(one => one.IncidentId == scene.Record.Id)).Single().TakenBackAt.ShouldNotBeNull();
    }

    [Fact]
    [Requirement("A-172")]
    public async Task Head_ComparesDecisionsByCategoryAndYearGroup_WithoutANameOrAStory()
    {
        var (first, head) = await SetAsync(Intent.Deliberate);
        await ApproveAsync(head);
        var pupil = first.Desk.Cast["pupil"];
        await world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update person set year_group = '9' where id = {pupil.PersonId}"));
        await (await ChooseAsync(first, head, "pupil-a")).SubmitAsync(form => Fill(form, "A talk with the class teacher or tutor"));
        world.Clock.PassMinutes(1);
        var again = await OnAsync(first.Desk, Intent.Deliberate, supported: true);
        await (await ChooseAsync(again, head, "pupil-a")).SubmitAsync(form => Fill(form, "A talk with the class teacher or tutor"));
        var takenBack = await OnAsync(first.Desk, Intent.Deliberate, supported: true);
        await (await (await ChooseAsync(takenBack, head, "pupil-b")).SubmitAsync(form => Fill(form, "Parents or carers are asked in"))).SubmitAsync(form => form.Set("Because", "It was somebody else"), "Take it back");
        var kept = await OnAsync(first.Desk, Intent.Deliberate, supported: true);
        await (await ChooseAsync(kept, head, "pupil-a")).SubmitAsync(form => Fill(form, "A talk with the class teacher or tutor"));
        await first.Desk.ChangeAsync(kept.Record, (_, incident) => incident.Barred.Add(first.Desk.Cast["head"].IdentityId));

        var page = await (await head.GetAsync("/conduct")).FollowAsync("Were like cases decided alike? Decisions compared");

        page.Document.QuerySelectorAll("h2").Select(one => one.TextContent.Trim()).Count(title => title.StartsWith("A:", StringComparison.Ordinal)).ShouldBe(1);
        page.Text.ShouldNotContain("B: it goes on");
        var rows = page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => row.TextContent.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        rows.ShouldContain(row => row.SequenceEqual(new[] { "A talk with the class teacher or tutor", "2" }));
        page.Document.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[1].TextContent.Trim()).ShouldBe(["0", "1"]);
        page.Text.ShouldContain("Year 9");
        foreach (var word in new[] { pupil.Name, "She said so herself", again.Record.Reference.Short }) page.Text.ShouldNotContain(word);
        (await head.GetAsync("/conduct/decisions?year=1999")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task<(WorkScene Scene, Browser Head)> SetAsync(Intent intent, bool supported = true)
    {
        var desk = await DeskScene.SetAsync(world);
        return (await OnAsync(desk, intent, supported), await desk.AsAsync("head"));
    }

    private async Task<WorkScene> OnAsync(DeskScene desk, Intent intent, bool supported)
    {
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil(), desk.Pupil("pupil", Part.SaidToHaveDoneIt));
        await desk.ChangeAsync(scene.Record, (store, incident) =>
        {
            incident.Join(desk.Cast["head"].IdentityId).IsDone.ShouldBeTrue();
            incident.Complete(new IncidentForm { Intent = intent }, null).IsDone.ShouldBeTrue();
            if (!supported) return;
            foreach (var one in store.Set<Involvement>().Where(one => one.IncidentId == incident.Id).ToList())
            {
                store.Set<Support>().Add(new Support
                {
                    Id = Guid.CreateVersion7(world.Clock.GetUtcNow()),
                    Org = incident.Org,
                    IncidentId = incident.Id,
                    InvolvementId = one.Id,
                    Kind = "in-school",
                    State = SupportState.Given,
                    By = "The nurse",
                    On = new DateOnly(2026, 11, 20),
                });
            }
        });
        return scene;
    }

    private static Task<PageSeen> OpenAsync(WorkScene scene, Browser head) => head.GetAsync($"/incidents/{scene.Record.Reference}/sanctions");

    private static async Task ApproveAsync(Browser head) => await (await head.GetAsync("/conduct")).SubmitAsync(button: "Approve it as it stands");

    private static async Task<PageSeen> ChooseAsync(WorkScene scene, Browser head, string category) =>
        await (await OpenAsync(scene, head)).SubmitAsync(form => form.Set("Category", category), "Go on");

    private static FormFilled Fill(FormFilled form, string option) =>
        form.Set("Options", option).Set("Reasons", "She said so herself").Set("Proportion", "The first time, and she is sorry").Set("Needs", "Nothing changes").Set("ForTheHarmed", "He wants it to stop and fears nothing");
}
