using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class ActionTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Set_GivesItToAReaderAndTellsThemByLetter()
    {
        var scene = await WorkScene.SetAsync(world);
        var before = (await scene.LettersToAsync("deputy1")).Count;

        await SetAsync(scene, scene.Desk.Cast["deputy1"].IdentityId);

        var action = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        action.OwnerName.ShouldBe("Devika Upton");
        action.DueOn.ShouldBe(new DateOnly(2026, 11, 24));
        (await scene.LettersToAsync("deputy1")).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task New_OffersReadersOnlyAndNeverSomebodyKeptFromTheRecord()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "head", desk.Adult("deputy1"), desk.Pupil());

        var page = await scene.OpenAsync("actions/new");

        var offered = page.Document.QuerySelectorAll("select[name=Owner] option").Select(option => option.TextContent).ToList();
        offered.ShouldContain("Harriet Eastwood (you)");
        offered.ShouldNotContain(name => name.Contains("Devika", StringComparison.Ordinal) || name.Contains("Tamsin", StringComparison.Ordinal));
        page.Text.ShouldContain("Somebody else has to be added as a reader first");
    }

    [Fact]
    public async Task Set_ForSomebodyWhoMayNotReadTheRecord_IsRefused()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await SetAsync(scene, scene.Desk.Cast["teacher2"].IdentityId);

        after.Errors.ShouldBe(["Choose somebody who may read this record."]);
        (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finish_KeepsWhatCameOfItAndOnlyOnce()
    {
        var scene = await WorkScene.SetAsync(world);
        await SetAsync(scene, scene.Desk.Cast["dsl"].IdentityId);
        var id = (await scene.RowsAsync<ActionItem>(one => one.IncidentId == scene.Record.Id)).Single().Id;
        var page = await scene.OpenAsync($"actions/{id:N}/finish");

        await page.SubmitAsync(form => form.Set("Result", "She has the number of a counsellor."));
        var twice = await page.SubmitAsync(form => form.Set("Result", "Again"));

        (await scene.RowsAsync<ActionItem>(one => one.Id == id)).Single().Result.ShouldBe("She has the number of a counsellor.");
        twice.Errors.ShouldBe(["This has been done already."]);
    }

    private static async Task<PageSeen> SetAsync(WorkScene scene, Guid owner) =>
        await (await scene.OpenAsync("actions/new")).SubmitAsync(form => form.Set("What", "Ring the counsellor").Set("Owner", owner.ToString()));
}
