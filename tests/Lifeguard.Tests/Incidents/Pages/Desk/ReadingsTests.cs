using System.Net;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class ReadingsTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Readings_OfARecordSeenInLists_NameEverybodyWhoSawIt()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: scene.Pupil());
        await (await scene.AsAsync("deputy1")).GetAsync("/desk");
        await (await scene.AsAsync("trust-dsl")).GetAsync("/desk");
        var found = await (await (await scene.AsAsync("deputy2")).GetAsync("/search")).SubmitAsync(form => form.Set("Words", "Ingram"));
        found.Text.ShouldContain(record.Reference.Short);

        var page = await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/readings");

        page.Text.ShouldContain("4 people read this record or met it in a list, 4 times altogether");
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row => row.Contains("Devika Upton") && row.Contains("list on the desk"));
        rows.ShouldContain(row => row.Contains("Tricia Underwood") && row.Contains("list on the desk"));
        rows.ShouldContain(row => row.Contains("Duncan Yardley") && row.Contains("search results"));
        rows.ShouldContain(row => row.Contains("Dalia Sandford") && row.Contains("Looked at who saw it"));
        page.Text.ShouldContain("./lifeguard journal verify");
    }

    [Fact]
    public async Task Readings_OfOnePerson_AreFilteredAndCounted()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: scene.Pupil());
        var deputy = await scene.AsAsync("deputy1");
        await deputy.GetAsync("/desk");
        world.Clock.PassMinutes(1);
        await deputy.GetAsync("/desk");
        world.Clock.PassMinutes(1);
        var browser = await scene.AsAsync("dsl");
        await browser.GetAsync("/desk");

        var page = await browser.GetAsync($"/incidents/{record.Reference}/readings?reader=1");

        page.Text.ShouldContain("2 readings, newest first");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.Document.QuerySelector("tbody")!.TextContent.ShouldNotContain("Dalia Sandford");
    }

    [Fact]
    public async Task Readings_OnceSealed_SayTheirNumber()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: scene.Pupil());
        await (await scene.AsAsync("deputy1")).GetAsync("/desk");
        await world.SealAsync();

        var page = await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/readings");

        page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Devika Upton")).TextContent.ShouldNotContain("Not yet");
        page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Dalia Sandford")).TextContent.ShouldContain("Not yet");
        page.Text.ShouldContain("1 of these is not sealed yet");
    }

    [Theory]
    [InlineData("head")]
    [InlineData("teacher")]
    public async Task Readings_ForSomebodyWhoMayNotKnow_AreNotThere(string part)
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("head")]);

        (await (await scene.AsAsync(part)).GetAsync($"/incidents/{record.Reference}/readings")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
