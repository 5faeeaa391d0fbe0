using Lifeguard.Incidents.Model;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class SearchTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("Ingram")]
    [InlineData("chl")]
    [InlineData("INGRAM chloe")]
    [InlineData("pretended")]
    [InlineData("pretending")]
    public async Task Search_ByNameOrWord_FindsTheRecordAndKeepsTheWordsOutOfTheAddress(string words)
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync("Somebody pretended to be her cousin", people: scene.Pupil());
        var other = await scene.RaiseAsync("A password was lent", people: scene.Pupil("pupil"));

        var found = await FindAsync(scene, "dsl", words);

        found.Path.ShouldBe("/search");
        found.Response.RequestMessage!.RequestUri!.Query.ShouldBeEmpty();
        found.Text.ShouldContain(record.Reference.Short);
        found.Text.ShouldNotContain(other.Reference.Short);
        found.Text.ShouldContain("1 record found");
    }

    [Fact]
    public async Task Search_ByAWordOfTheReport_ShowsItsSurroundings()
    {
        var scene = await DeskScene.SetAsync(world);
        await scene.RaiseAsync("A stranger <b>pretended</b> to be her cousin in a game", people: scene.Pupil());

        var found = await FindAsync(scene, "dsl", "cousin");

        found.Document.QuerySelector("main mark")!.TextContent.ShouldBe("cousin");
        found.Text.ShouldContain("In the report");
        found.Document.QuerySelectorAll("main b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_ByANameWrittenWithAccents_FindsItWithout()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: new Lifeguard.Incidents.Storage.Named(null, "Zoë O'Brien", NamedAs.Pupil, Part.SawIt));

        (await FindAsync(scene, "dsl", "zoe obrien")).Text.ShouldContain(record.Reference.Short);
        (await FindAsync(scene, "dsl", "Zoë O’Bri")).Text.ShouldContain(record.Reference.Short);
    }

    [Theory]
    [InlineData("sexting")]
    [InlineData("cyber bullying")]
    public async Task Search_ByAnOlderNameOfAType_FindsRecordsOfThatType(string words)
    {
        var scene = await DeskScene.SetAsync(world);
        var types = await world.DoAsync(services => Task.FromResult(
            Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Lifeguard.Reference.Contracts.IReference>(services).FindIncidentTypes(words)));
        var record = await scene.RaiseAsync("Words with nothing of it", people: scene.Pupil());
        await scene.TakeOnAsync(record, "dsl");
        await scene.ChangeAsync(record, (_, incident) => incident.Classify([types[0].Key], null, ["contact/aggressive"], false));

        var found = await FindAsync(scene, "dsl", words);

        found.Text.ShouldContain(record.Reference.Short);
        found.Text.ShouldContain("Types that go by these words");
    }

    [Fact]
    public async Task Search_BySomebodyKeptFromTheRecord_FindsNothingAndCountsNothing()
    {
        var scene = await DeskScene.SetAsync(world);
        var about = await scene.RaiseAsync("The head wrote to her at night", people: [scene.Pupil(), scene.Adult("head")]);

        var head = await FindAsync(scene, "head", "night");
        var dsl = await FindAsync(scene, "dsl", "night");
        var chair = await FindAsync(scene, "chair", "night");

        head.Text.ShouldContain("Nothing found");
        dsl.Text.ShouldNotContain(about.Reference.Short);
        dsl.Text.ShouldNotContain("wrote to her");
        chair.Text.ShouldContain(about.Reference.Short);
        (await scene.ListsOfAsync("head")).ShouldBeEmpty();
        (await scene.ListsOfAsync("chair")).ShouldHaveSingleItem().Shown.ShouldBe([about.Id]);
    }

    [Fact]
    public async Task Search_ByFiltersAlone_StandsInTheAddress()
    {
        var scene = await DeskScene.SetAsync(world);
        var taken = await scene.RaiseAsync(people: scene.Pupil());
        var fresh = await scene.RaiseAsync(people: scene.Pupil("pupil"));
        await scene.TakeOnAsync(taken, "dsl");
        var browser = await scene.AsAsync("dsl");

        var found = await (await browser.GetAsync("/search")).SubmitAsync(form => form.Set("State", "incident").Set("From.Day", "1").Set("From.Month", "1").Set("From.Year", "2020"));

        found.Response.RequestMessage!.RequestUri!.Query.ShouldBe("?state=incident&from=2020-01-01");
        found.Text.ShouldContain(taken.Reference.Short);
        found.Text.ShouldNotContain(fresh.Reference.Short);
    }

    [Fact]
    public async Task Search_ForNothing_SaysWhatToEnter()
    {
        var scene = await DeskScene.SetAsync(world);

        var page = await FindAsync(scene, "dsl", "  ");

        page.Errors.ShouldBe(["Enter a name or a word, or choose something to narrow the list"]);
    }

    [Theory]
    [InlineData("' & | ! ( \" : *")]
    [InlineData("\"unclosed phrase")]
    [InlineData("a\u0001b")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task Search_ForMarksThatMeanSomethingToAMachine_IsHarmless(string words)
    {
        var scene = await DeskScene.SetAsync(world);
        await scene.RaiseAsync(people: scene.Pupil());

        ((int)(await FindAsync(scene, "dsl", words)).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData("pretended", 1)]
    [InlineData("Ingram", 1)]
    [InlineData("nothing of this", 0)]
    public async Task SearchFunction_FindsWhatTheIndexFinds_InsideTheWallAlone(string words, int here)
    {
        var scene = await DeskScene.SetAsync(world);
        var other = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync("Somebody pretended to be her cousin", people: scene.Pupil());
        await other.RaiseAsync("Somebody pretended to be her cousin", people: other.Pupil());
        var viewer = await world.ViewerAsync(scene.Cast["dsl"]);
        var wanted = Lifeguard.Incidents.Pages.Incidents.Search.Wanted.From(words)!;

        var found = await world.DoAsync(services => services.GetRequiredService<Store>().Database
            .SqlQuery<Guid>($"select lg_search({wanted.Words}, {wanted.Named}, 100) as \"Value\"").ToListAsync(), viewer);

        found.ShouldBe(Enumerable.Repeat(record.Id, here));
    }

    private static async Task<PageSeen> FindAsync(DeskScene scene, string part, string words) =>
        await (await (await scene.AsAsync(part)).GetAsync("/search")).SubmitAsync(form => form.Set("Words", words));
}
