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

        var page = await (await desk.AsAsync("dsl")).GetAsync("/reading-log");

        var rows = page.Document.QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToList());
        rows["Devika Upton"][0].ShouldBe("3");
        rows.Single(row => row.Value[1] == "1").Key.ShouldBe(desk.Cast["teacher"].Name);
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
        (await FiguresAsync(desk, "chair")).ShouldContain("1");
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

    private static async Task<string> FiguresAsync(DeskScene desk, string part) => (await (await desk.AsAsync(part)).GetAsync("/reading-log")).Document.QuerySelector("main")!.TextContent;
}
