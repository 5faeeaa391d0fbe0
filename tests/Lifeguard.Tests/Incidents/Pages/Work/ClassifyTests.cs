using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Work;

public sealed class ClassifyTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-086"), Requirement("A-097"), Requirement("B-067")]
    public async Task Post_KeepsSeveralTypesAndCellsAndSaysWhatTheyCountAsToday()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await (await scene.OpenAsync("classify")).SubmitAsync(form => form
            .Tick("Types", "online-bullying").Tick("Types", "fake-account").Tick("RiskCells", "contact/aggressive").Tick("RiskCells", "conduct/aggressive"));

        after.Path.ShouldBe($"/incidents/{scene.Record.Reference}", after.Text);
        var stored = await scene.AgainAsync();
        stored.Types.ShouldBe(["online-bullying", "fake-account"]);
        stored.RiskCells.ShouldBe(["contact/aggressive", "conduct/aggressive"]);
        stored.Imagery.ShouldBeFalse();
        (await scene.OpenAsync("classify")).Text.ShouldContain("Counts today as: Contact, Conduct");
    }

    [Fact]
    [Requirement("A-087"), Requirement("B-066")]
    public async Task Find_ByAnOlderName_ShowsTheTypeAndKeepsWhatWasChosen()
    {
        var scene = await WorkScene.SetAsync(world);

        var found = await (await scene.OpenAsync("classify")).SubmitAsync(form => form.Tick("Types", "online-gambling").Set("Find", "sexting"), "Find");

        found.Text.ShouldContain("Nudes or semi-nudes of a child");
        found.Text.ShouldNotContain("Weapons or drugs");
        found.Document.QuerySelectorAll("input[name=Types][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["online-gambling"]);
        (await scene.AgainAsync()).Types.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_OfATypeWithSexualPictures_ClosesTheRecordToFilesForGood()
    {
        var scene = await WorkScene.SetAsync(world);

        await (await scene.OpenAsync("classify")).SubmitAsync(form => form.Tick("Types", "nudes-and-semi-nudes").Tick("RiskCells", "conduct/sexual"));
        var page = await scene.OpenAsync("classify");
        await scene.Browser.PostAsync(page.Path, Fields(page, "online-gambling", "content/commercial"));

        var stored = await scene.AgainAsync();
        stored.Types.ShouldBe(["online-gambling"]);
        stored.Imagery.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_OfSomethingElseWithoutWords_ShowsError()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await (await scene.OpenAsync("classify")).SubmitAsync(form => form.Tick("Types", "other").Tick("RiskCells", "content/values"));

        after.Errors.ShouldBe(["Say what it was, in a few words"]);
    }

    [Fact]
    public async Task Post_WithUnknownKeys_IsRefused()
    {
        var scene = await WorkScene.SetAsync(world);

        var after = await (await scene.OpenAsync("classify")).SubmitAsync(form => form.Tick("Types", "no-such-type").Tick("RiskCells", "content/9"));

        after.Errors.Count(error => error == "Choose one of the answers on the page").ShouldBe(2);
    }

    private static List<KeyValuePair<string, string>> Fields(PageSeen page, string type, string cell) =>
    [
        .. page.Document.QuerySelectorAll("main form input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? "")),
        new("Types", type), new("RiskCells", cell),
    ];
}
