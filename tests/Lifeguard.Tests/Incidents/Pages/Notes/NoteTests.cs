using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Incidents.Pages.Notes;

public sealed class NoteTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Post_EnteredLate_ShowsWhenItHappenedAndWhenItWasEntered()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await (await dsl.GetAsync($"{record.Page}/notes/new")).SubmitAsync(form => form
            .Set("Text", "Spoke with Polly in the library.\nShe is calm.").Set("HappenedOn.Day", "16").Set("HappenedTime", "3.05pm"));

        page.Path.ShouldBe(record.Page, page.Text);
        page.Text.ShouldContain("Monday 16 November 2026, 3:05pm Entered later, 17 November 2026, 10:20am, by Dalia Sandford Note Spoke with Polly in the library.");
    }

    [Fact]
    public async Task Post_Twice_MakesOneNote()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var form = await dsl.GetAsync($"{record.Page}/notes/new");

        await form.SubmitAsync(fields => fields.Set("Text", "Rang the form tutor."));
        var second = await form.SubmitAsync(fields => fields.Set("Text", "Rang the form tutor."));

        second.Path.ShouldBe(record.Page);
        (await record.InStoreAsync((store, incident) => store.Set<Entry>().CountAsync(one => one.IncidentId == incident.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_FromTheSameFormWithOtherWords_LosesNeither()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var form = await dsl.GetAsync($"{record.Page}/notes/new");

        await form.SubmitAsync(fields => fields.Set("Text", "Rang the form tutor."));
        var page = await form.SubmitAsync(fields => fields.Set("Text", "Rang the mother."));

        page.Text.ShouldContain("Rang the form tutor.");
        page.Text.ShouldContain("Rang the mother.");
    }

    [Fact]
    public async Task Post_WithoutWordsOrInTheFuture_KeepsWhatWasTyped()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await (await dsl.GetAsync($"{record.Page}/notes/new")).SubmitAsync(form => form.Set("HappenedOn.Year", "2027"));

        page.Errors.ShouldBe(["Write the note", "The date and time it happened must be in the past"]);
        page.Document.QuerySelector("[name='HappenedOn.Year']")!.GetAttribute("value").ShouldBe("2027");
    }

    [Fact]
    public async Task Post_TooLong_IsRefusedAndNotCut()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var tooLong = new string('a', 20_001);

        var page = await (await dsl.GetAsync($"{record.Page}/notes/new")).SubmitAsync(form => form.Set("Text", tooLong));

        page.Errors.ShouldBe(["The note must be 20,000 characters or fewer. You typed 20,001. Nothing is lost: shorten it here"]);
        page.Document.QuerySelector("textarea")!.TextContent.Trim().Length.ShouldBe(20_001);
    }

    [Fact]
    public async Task Correct_KeepsTheOriginalUnderTheCorrection()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var written = await (await dsl.GetAsync($"{record.Page}/notes/new")).SubmitAsync(form => form.Set("Text", "Rang at 9."));

        var page = await (await written.FollowAsync("Correct")).SubmitAsync(form => form.Set("Text", "Rang at 10."));

        var entry = page.Document.QuerySelectorAll(".lg-chronology__entry").Single(one => one.TextContent.Contains("Rang at"));
        entry.TextContent.ShouldContain("Rang at 10.");
        entry.QuerySelector(".lg-chronology__correction")!.TextContent.ShouldContain("Rang at 9.");
    }

    [Fact]
    public async Task Correct_WhenSomebodyCorrectedItMeanwhile_ShowsBothAndSavesAgain()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        var deputy = await record.AsAsync("deputy1");
        await (await dsl.GetAsync($"{record.Page}/notes/new")).SubmitAsync(form => form.Set("Text", "Rang at 9."));
        var mine = await (await dsl.GetAsync(record.Page)).FollowAsync("Correct");
        var theirs = await (await deputy.GetAsync(record.Page)).FollowAsync("Correct");
        await theirs.SubmitAsync(form => form.Set("Text", "Rang at half past 9."));

        var merge = await mine.SubmitAsync(form => form.Set("Text", "Rang at 10."));
        var after = await merge.SubmitAsync();

        merge.Text.ShouldContain("Changed while you were writing");
        merge.Document.QuerySelector("textarea")!.TextContent.ShouldContain("Rang at 10.");
        merge.Document.QuerySelector("table")!.TextContent.ShouldContain("Rang at half past 9.");
        var entry = after.Document.QuerySelectorAll(".lg-chronology__entry").Single(one => one.TextContent.Contains("Rang at 10."));
        entry.QuerySelectorAll(".lg-chronology__correction").Length.ShouldBe(2);
    }

    [Fact]
    public async Task New_BySomebodyWithoutTheRecord_IsNotThere()
    {
        var record = await RecordCase.RaiseAsync(world);
        var teacher = await record.AsAsync("teacher");

        (await teacher.GetAsync($"{record.Page}/notes/new")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
