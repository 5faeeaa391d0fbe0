using System.Net;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Lifeguard.Tests.Incidents.Pages.Work;

namespace Lifeguard.Tests.Incidents.Pages.ReadingLog;

/// <summary>A year of readings in figures counts the viewer's own records, and not one that is kept from them.</summary>
public sealed class ReadingLogTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Log_CountsReadingsAndAttempts_MonthByMonthAndPersonByPerson()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        var deputy = await desk.AsAsync("deputy1");
        for (var times = 0; times < 3; times++) await deputy.GetAsync($"/incidents/{scene.Record.Reference}");
        await (await desk.AsAsync("teacher")).GetAsync($"/incidents/{scene.Record.Reference}");

        var browser = await desk.AsAsync("dsl");
        var rows = await PeopleAsync(browser);
        var page = await browser.GetAsync("/reading-log");

        rows["Devika Upton"][0].ShouldBe("3");
        rows[desk.Cast["teacher"].Name][1].ShouldBe("1");
        page.Document.QuerySelectorAll("svg.lg-bars rect").Length.ShouldBe(12);
        page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length.ShouldBe(12);
    }

    [Fact]
    public async Task RecordAboutTheHead_IsInTheChairsFigures_AndLeavesNoTraceInTheHeads()
    {
        var desk = await DeskScene.SetAsync(world);
        var before = await FiguresAsync(desk, "head");
        var scene = await WorkScene.OnAsync(world, desk, takenOn: false, urgent: false, "chair", desk.Adult("head"));
        await (await desk.AsAsync("chair")).GetAsync($"/incidents/{scene.Record.Reference}");
        await (await desk.AsAsync("head")).GetAsync($"/incidents/{scene.Record.Reference}");

        (await FiguresAsync(desk, "head")).ShouldBe(before);
        var chair = await PeopleAsync(await desk.AsAsync("chair"));
        chair[desk.Cast["chair"].Name][0].ShouldBe("1");
        chair[desk.Cast["head"].Name][1].ShouldBe("1", "the head asked for it");
    }

    [Fact]
    public async Task ReadingInTheFirstHourOfASummerMonth_CountsInThatMonth_AlsoWhereTheYearBegins()
    {
        var desk = await DeskScene.SetAsync(world);
        var now = world.Clock.GetUtcNow();
        // Half an hour into July at school, and still June in UTC. A year on, July is the first month of the table.
        world.Clock.JumpTo(new DateTimeOffset(2027, 6, 30, 23, 30, 0, TimeSpan.Zero));
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        await (await desk.AsAsync("deputy1")).GetAsync($"/incidents/{scene.Record.Reference}");
        world.Clock.JumpTo(new DateTimeOffset(2028, 6, 15, 12, 0, 0, TimeSpan.Zero));

        var page = await (await desk.AsAsync("dsl")).GetAsync("/reading-log");
        world.Clock.JumpTo(now);

        var months = page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("th")!.TextContent, row.QuerySelector("td")!.TextContent)).ToList();
        months[0].ShouldBe(("July 2027", "1"));
    }

    [Fact]
    public async Task ReaderFromAboveTheSchool_StandsThereByName()
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: true, urgent: false, "dsl", desk.Pupil());
        await (await desk.AsAsync("trust-dsl")).GetAsync($"/incidents/{scene.Record.Reference}");

        (await PeopleAsync(await desk.AsAsync("dsl"))).Keys.ShouldContain("Tricia Underwood");
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("technician")]
    [InlineData("administrator")]
    public async Task ForAnybodyElse_ThePageIsNotThere(string part)
    {
        var desk = await DeskScene.SetAsync(world);

        (await (await desk.AsAsync(part)).GetAsync("/reading-log")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Dictionary<string, List<string>>> PeopleAsync(Browser browser) =>
        (await browser.GetAsync("/reading-log")).Document.QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToList());

    private static async Task<string> FiguresAsync(DeskScene desk, string part) => (await (await desk.AsAsync(part)).GetAsync("/reading-log")).Document.QuerySelector("main")!.TextContent;
}
