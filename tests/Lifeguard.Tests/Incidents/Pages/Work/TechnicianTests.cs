using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class TechnicianTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-187")]
    public async Task Ask_MakesATaskThatIsDueAndTellsTheTechnicianByLetter()
    {
        var scene = await WorkScene.SetAsync(world);

        await AskAsync(scene, "https://games.example.org/room/77", "laptop 14", urgent: true);

        var task = (await scene.RowsAsync<TechnicalTask>(one => one.IncidentId == scene.Record.Id)).ShouldHaveSingleItem();
        task.DueAt.ShouldBe(world.Clock.GetUtcNow().AddHours(1));
        (await scene.LettersToAsync("technician")).ShouldHaveSingleItem().RecordId.ShouldBe(task.Id);
    }

    [Fact]
    public async Task Ask_WithoutHurry_IsDueTheNextWorkingDay()
    {
        var scene = await WorkScene.SetAsync(world);

        await AskAsync(scene, "https://games.example.org/room/77", "", urgent: false);

        (await scene.RowsAsync<TechnicalTask>(one => one.IncidentId == scene.Record.Id)).Single().DueAt.ShouldBe(world.Clock.GetUtcNow().AddDays(1));
    }

    [Theory]
    [InlineData("https://video.example.org/@chloe.ingram", "")]
    [InlineData("https://video.example.org/1", "Polly's tablet")]
    [InlineData("https://video.example.org/1", "seen by Tamsin")]
    public async Task Ask_WithTheNameOfSomebodyInvolved_IsRefused(string address, string device)
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await AskAsync(scene, address, device, urgent: false);

        after.Errors.ShouldBe(["The technician must not learn who is involved. Leave out every name."]);
        (await scene.RowsAsync<TechnicalTask>(one => one.IncidentId == scene.Record.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_HasNoPlaceForAStory()
    {
        var scene = await WorkScene.SetAsync(world);

        var page = await scene.OpenAsync("technical-tasks/new");

        page.Document.QuerySelectorAll("main form textarea, main form input[type=text]").Select(field => field.GetAttribute("name")).ShouldBe(["Address", "Device"]);
        page.Document.QuerySelectorAll("input[name=What]").ShouldNotContain(choice => choice.GetAttribute("value") == "other");
    }

    [Fact]
    public async Task Page_WhenTheRecordIsKeptFromEveryTechnician_SaysWhoElseToRing()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "head", desk.Adult("technician"));

        var page = await scene.OpenAsync("technical-tasks/new");

        page.Text.ShouldContain("No technician can be asked through this record");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await scene.LettersToAsync("technician")).ShouldBeEmpty();
    }

    private static async Task<PageSeen> AskAsync(WorkScene scene, string address, string device, bool urgent) =>
        await (await scene.OpenAsync("technical-tasks/new")).SubmitAsync(form =>
        {
            form.Set("What", "block-address").Set("Address", address).Set("Device", device);
            if (urgent) form.Tick("Urgent", "true");
        });
}
