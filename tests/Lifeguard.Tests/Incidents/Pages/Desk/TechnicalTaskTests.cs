using System.Net;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class TechnicalTaskTests(World world) : IClassFixture<World>
{
    private const string Harmful = "http://bad.example.org/page?child=1";

    [Fact]
    [Requirement("A-187")]
    public async Task Task_ShowsWhatToDo_AndNothingOfTheCase()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync("Canary words of the story", people: scene.Pupil());
        var task = await scene.AskTechnicianAsync(record, address: Harmful, device: "Laptop 14", urgent: true);
        var browser = await scene.AsAsync("technician");

        var list = await browser.GetAsync("/technical-tasks");
        var page = await list.FollowAsync("Block this address");

        foreach (var seen in new[] { list, page })
        {
            seen.Text.ShouldContain(Harmful);
            seen.Text.ShouldContain("Laptop 14");
            seen.Text.ShouldContain("Urgent");
            seen.Html.ShouldNotContain("Chloe");
            seen.Html.ShouldNotContain("Canary");
            seen.Html.ShouldNotContain(record.Reference.ToString());
            seen.Html.ShouldNotContain(record.Reference.Short);
            seen.Document.QuerySelectorAll("a").ShouldAllBe(link => !link.GetAttribute("href")!.Contains("bad.example.org", StringComparison.Ordinal));
        }

        page.Path.ShouldBe($"/technical-tasks/{task.Reference}");
    }

    [Fact]
    public async Task Done_WithoutWords_AsksForThem()
    {
        var scene = await DeskScene.SetAsync(world);
        var task = await scene.AskTechnicianAsync(await scene.RaiseAsync(people: scene.Pupil()), device: "Laptop 14");

        var page = await (await (await scene.AsAsync("technician")).GetAsync($"/technical-tasks/{task.Reference}")).SubmitAsync();

        page.Errors.ShouldBe(["Say what you did"]);
        page.Text.ShouldContain("Laptop 14");
    }

    [Fact]
    public async Task Done_StaysListed_AndStandsInTheRecordsJournal()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: scene.Pupil());
        await scene.TakeOnAsync(record, "dsl");
        var task = await scene.AskTechnicianAsync(record, address: Harmful);
        var browser = await scene.AsAsync("technician");

        var list = await (await browser.GetAsync($"/technical-tasks/{task.Reference}")).SubmitAsync(form => form.Set("Said", "Blocked at the firewall"));

        list.Path.ShouldBe("/technical-tasks");
        list.Text.ShouldContain("Done in the last 30 days 1");
        var row = await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().SingleAsync(one => one.RecordId == record.Id && one.Act == nameof(TechnicalTaskFinished)));
        row.Payload!.ShouldContain("Blocked at the firewall");
        row.RecordKind.ShouldBe(Incident.Kind);
        world.Clock.Pass(TimeSpan.FromDays(31));
        (await (await scene.AsAsync("technician")).GetAsync("/technical-tasks")).Text.ShouldNotContain("Done in the last");
    }

    [Fact]
    public async Task Done_Twice_IsRefusedWithASentence()
    {
        var scene = await DeskScene.SetAsync(world);
        var task = await scene.AskTechnicianAsync(await scene.RaiseAsync(people: scene.Pupil()), device: "Laptop 14");
        var page = await (await scene.AsAsync("technician")).GetAsync($"/technical-tasks/{task.Reference}");

        await page.SubmitAsync(form => form.Set("Said", "Kept as it is"));
        var again = await page.SubmitAsync(form => form.Set("Said", "Kept as it is, again"));

        again.Errors.ShouldBe(["This has been done already."]);
    }

    [Fact]
    public async Task Task_FromARecordAboutTheTechnician_IsNotThereForThem()
    {
        var scene = await DeskScene.SetAsync(world);
        var record = await scene.RaiseAsync(people: [scene.Pupil(), scene.Adult("technician")]);
        var task = await scene.AskTechnicianAsync(record, what: "keep-logs", device: "Server room");
        var browser = await scene.AsAsync("technician");

        (await browser.GetAsync("/technical-tasks")).Text.ShouldNotContain("Server room");
        (await browser.GetAsync($"/technical-tasks/{task.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tasks_ForATeacher_AreNotThere()
    {
        var scene = await DeskScene.SetAsync(world);

        (await (await scene.AsAsync("teacher")).GetAsync("/technical-tasks")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
