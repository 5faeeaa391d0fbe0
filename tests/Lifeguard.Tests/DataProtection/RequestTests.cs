using System.Net;
using Lifeguard.Children.Model;
using Lifeguard.DataProtection.Model;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Tests.Children;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.DataProtection;

/// <summary>Somebody asks for what is kept about them, and gets what may be shown: no more, in time, and nobody learns what there is.</summary>
public sealed class RequestTests(World world) : IClassFixture<World>
{
    private static readonly string[] Desks = ["dsl", "deputy1", "head", "chair", "governance", "chief-executive"];

    [Fact]
    [Requirement("A-274"), Requirement("B-298")]
    public async Task Request_IsTakenIn_WithItsDueDayAsADuty_AndAnswered()
    {
        var scene = await RetentionScene.SetAsync(world);
        var page = await TakeInAsync(scene, "Correction", scene.Desk.Cast["pupil"].Name);

        // Received on Tuesday 17 November 2026.
        page.Text.ShouldContain("Thursday 17 December 2026");
        (await (await scene.AsAsync("lead")).GetAsync("/home")).Text.ShouldContain("Answer a request about data");
        (await (await scene.AsAsync("dsl")).GetAsync("/home")).Text.ShouldNotContain("Somebody asked for what is kept about them");
        var extended = await page.SubmitAsync(form => form.Set("Why", "It is one of many."), "Extend by two months");
        extended.Text.ShouldContain("Wednesday 17 February 2027");
        (await extended.SubmitAsync(button: "It is answered")).Errors.ShouldBe(["Say how it was answered"]);
        var answered = await extended.SubmitAsync(form => form.Set("Reply", "The spelling was put right."), "It is answered");

        answered.Text.ShouldContain("The spelling was put right.");
        (await (await scene.AsAsync("lead")).GetAsync("/home")).Text.ShouldNotContain("Answer a request about data");
        (await (await scene.AsAsync("teacher")).GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("A-274")]
    public async Task Complaint_IsAcknowledgedWithinThirtyDays()
    {
        var scene = await RetentionScene.SetAsync(world);
        var page = await TakeInAsync(scene, "Complaint", scene.Desk.Cast["pupil"].Name);

        page.Text.ShouldContain("To be acknowledged by");
        page.Text.ShouldContain("Thursday 17 December 2026");
        await page.SubmitAsync(button: "I have acknowledged it");

        (await (await scene.AsAsync("lead")).GetAsync("/home")).Text.ShouldNotContain("Acknowledge a complaint about data");
    }

    [Fact]
    public async Task NobodyWorksOnARequestAboutThemselves()
    {
        var scene = await RetentionScene.SetAsync(world);
        var own = await TakeInAsync(scene, "Copy", scene.Lead.Name);
        own.Errors.ShouldBe(["Somebody else takes in and works on a request about yourself."]);

        var byHead = await TakeInAsync(scene, "Copy", scene.Lead.Name, "head");
        byHead.Text.ShouldContain("Lydia Prothero");
        (await (await scene.AsAsync("lead")).GetAsync(byHead.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await scene.AsAsync("lead")).GetAsync("/data-requests")).Text.ShouldContain("No request is open.");
    }

    [Fact]
    [Requirement("B-298")]
    public async Task Copy_HoldsWhatTheDeskGave_WithOthersNamesReplaced_AndNothingOfTheRest()
    {
        var scene = await RetentionScene.SetAsync(world);
        var (pupil, other) = (scene.Desk.Cast["pupil"], scene.Desk.Cast["child"]);
        var record = await scene.RecordAsync(1, false, scene.Desk.Pupil("pupil"), scene.Desk.Pupil("child", Part.SaidToHaveDoneIt));
        await AddNoteAsync(scene, record, $"{other.Name} showed it to {pupil.Name} and to Terence Ashby.");
        var request = await TakeInAsync(scene, "Copy", pupil.Name);
        (await (await scene.AsAsync("lead")).GetAsync(request.Path + "/package")).Status.ShouldBe(HttpStatusCode.NotFound);

        var page = await (await (await scene.AsAsync("dsl")).GetAsync("/home")).FollowAsync("Somebody asked for what is kept about them");
        page = await page.FollowAsync(pupil.Name);
        (await page.SubmitAsync(button: "I have finished")).Errors.ShouldBe(["Decide about each entry first."]);
        var entries = page.Document.QuerySelectorAll("section").ToList();
        entries.Count.ShouldBeGreaterThan(2);
        foreach (var entry in entries)
        {
            var text = entry.QuerySelector("textarea")!.TextContent;
            text.ShouldNotContain(other.Name);
            var isNote = text.Contains("showed it to", StringComparison.Ordinal);
            if (isNote)
            {
                text.ShouldContain($"another pupil showed it to {pupil.Name} and to Terence Ashby.");
                // Not on the record, and so not replaced by itself: the check finds him among everybody the school knows.
                (await DecideAsync(scene, page.Path, entry.Id!, "Share", text)).Errors.ShouldBe(["Somebody else's name still stands there: Terence Ashby. Take it out."]);
                (await DecideAsync(scene, page.Path, entry.Id!, "Share", text.Replace("Terence Ashby", "Terence", StringComparison.Ordinal))).Errors.ShouldBe(["This may be somebody else's name: Terence. Take it out, or say that you have looked."]);
                await DecideAsync(scene, page.Path, entry.Id!, "Share", text.Replace("Terence Ashby", "a member of staff", StringComparison.Ordinal));
            }
            else
            {
                await DecideAsync(scene, page.Path, entry.Id!, "Withhold", "SeriousHarm");
            }
        }

        await FinishAsync(scene, request);
        var copy = await (await (await scene.AsAsync("lead")).GetAsync(request.Path)).FollowAsync("Put the copy together");
        copy.Text.ShouldContain($"another pupil showed it to {pupil.Name} and to a member of staff.");
        copy.Text.ShouldContain("The law asks a school to leave out what is about other people");
        copy.Html.ShouldNotContain(scene.Word);
        copy.Html.ShouldNotContain(other.Name);
        copy.Html.ShouldNotContain("Dalia Sandford");
        copy.Html.ShouldNotContain(record.Reference.Short);
        copy.Text.ShouldNotContain("withheld");
        (await scene.JournalAsync(record)).ShouldContain(row => row.Act == "RecordRead" && row.ByIdentity == scene.Desk.Cast["dsl"].IdentityId);

        var words = copy.Document.QuerySelector("input[name=Words]")!.GetAttribute("value")!;
        var lead = await scene.AsAsync("lead");
        var token = (await lead.GetAsync(copy.Path)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var file = await lead.PostAsync(copy.Path, [new("__RequestVerificationToken", token), new("Words", words)]);
        file.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("copy.html.age");
        file.Html.ShouldStartWith("age-encryption.org/v1");
        file.Html.ShouldNotContain("another pupil");
        words.Length.ShouldBe(26);

        await (await (await scene.AsAsync("lead")).GetAsync(request.Path)).SubmitAsync(form => form.Set("Reply", "Handed over on paper."), "It is answered");
        (await scene.RowsAsync<RequestEntry>(entry => entry.RecordId == record.Id)).ShouldBeEmpty("the words are not kept a second time");
    }

    [Fact]
    public async Task OpenAllegation_ShowsToNobodyWhoWorksOnTheRequest_NeitherInARowNorInAWord()
    {
        var scene = await RetentionScene.SetAsync(world);
        var teacher = scene.Desk.Cast["teacher2"];
        var seen = new List<string>();
        foreach (var allegation in new[] { false, true })
        {
            Incident? record = null;
            if (allegation) record = await scene.RecordAsync(0, false, new Named(teacher.PersonId, teacher.Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt));
            var request = await TakeInAsync(scene, "Copy", teacher.Name);
            var head = await (await scene.AsAsync("head")).GetAsync(request.Path + "/look-through");
            (head.Document.QuerySelectorAll("section").Length > 0).ShouldBe(allegation);
            if (record is not null) await WithholdAllAsync(scene, head);
            (await (await scene.AsAsync("dsl")).GetAsync(request.Path + "/look-through")).Document.QuerySelectorAll("section").ShouldBeEmpty();
            await FinishAsync(scene, request);
            var page = await (await scene.AsAsync("lead")).GetAsync(request.Path);
            var copy = await page.FollowAsync("Put the copy together");
            seen.Add($"{page.Text}\n{Plain(copy)}");
        }

        seen[1].ShouldBe(seen[0]);
    }

    [Theory]
    [InlineData("dsl", true)]
    [InlineData("head", false)]
    public async Task ChildsFile_IsLookedThroughByItsTeam_AndByNobodyElse(string part, bool isTeam)
    {
        var scene = await RetentionScene.SetAsync(world);
        var pupil = scene.Desk.Cast["pupil"];
        var files = new FileScene(world, scene.Desk.Cast, await FileScene.BegunAsync(world, pupil));
        await files.EnterAsync(FactKind.Need, form => form.Set("Named", "Reads slowly").Set("Detail", $"Sits beside {scene.Desk.Cast["child"].Name}").Set("SaidBy", "The SENCo"));
        var request = await TakeInAsync(scene, "Copy", pupil.Name);

        var page = await (await scene.AsAsync(part)).GetAsync(request.Path + "/look-through");

        page.Text.Contains("Reads slowly", StringComparison.Ordinal).ShouldBe(isTeam);
        (await files.JournalAsync("RecordRead")).Any(row => row.ByIdentity == scene.Desk.Cast[part].IdentityId && row.Payload!.Contains("looked through", StringComparison.Ordinal)).ShouldBe(isTeam);
        if (!isTeam) return;

        page.Document.QuerySelector("textarea")!.TextContent.ShouldContain("Sits beside [another child]");
        (await page.SubmitAsync(form => form.Tick("Looked", "true"), "Give this")).Text.ShouldContain("Given");
        await FinishAsync(scene, request);
        var copy = await (await scene.AsAsync("lead")).GetAsync(request.Path + "/package");
        copy.Text.ShouldContain("Reads slowly");
        copy.Html.ShouldNotContain(scene.Desk.Cast["child"].Name);
    }

    [Fact]
    public async Task TheRest_IsGivenAsItStands_OnlyAfterSomebodyHasReadIt()
    {
        var scene = await RetentionScene.SetAsync(world);
        var pupil = scene.Desk.Cast["pupil"];
        await scene.RecordAsync(1, false, scene.Desk.Pupil("pupil"), scene.Desk.Pupil("child", Part.SaidToHaveDoneIt));
        var request = await TakeInAsync(scene, "Copy", pupil.Name);
        var page = await (await scene.AsAsync("dsl")).GetAsync(request.Path + "/look-through");

        (await page.SubmitAsync(button: "Give the rest as it stands")).Errors.ShouldBe(["Say that you have read every line"]);
        (await page.SubmitAsync(form => form.Tick("Looked", "true"), "Give the rest as it stands")).Text.ShouldNotContain("Not decided");
        await FinishAsync(scene, request);

        var copy = await (await scene.AsAsync("lead")).GetAsync(request.Path + "/package");
        copy.Text.ShouldContain(scene.Word);
        copy.Html.ShouldNotContain(scene.Desk.Cast["child"].Name);
    }

    [Fact]
    [Requirement("A-274")]
    public async Task SomebodyWrittenDownByHandAlone_IsFoundByName_AndGivenWhatAPersonDecides()
    {
        var scene = await RetentionScene.SetAsync(world);
        var named = new Named(null, "Zoë Larkfield", NamedAs.OtherAdult, Part.SawIt);
        var record = await scene.RecordAsync(1, false, scene.Desk.Pupil(), named);
        await AddNoteAsync(scene, record, "Zoë Larkfield rang the office at noon.");
        await scene.RecordAsync(1, false, scene.Desk.Pupil("pupil"));
        var form = await (await scene.AsAsync("lead")).GetAsync("/data-requests/new");
        var request = await form.SubmitAsync(one => one.Set("Kind", "Copy").Set("AskedBy", "Herself").Set("Name", "Zoe Larkfield").Tick("AsWritten", "true").Set("IdentityChecked", "Passport seen."));
        request.Text.ShouldContain("Zoe Larkfield");

        var page = await (await scene.AsAsync("dsl")).GetAsync(request.Path + "/look-through");
        page.Text.ShouldContain("Your desk holds nothing about this person.");
        var found = await page.SubmitAsync(button: "Look for it");
        found.Text.ShouldContain(record.Reference.Short);
        found.Path.ShouldNotContain("Larkfield");
        var sections = found.Document.QuerySelectorAll("section").ToList();
        sections.ShouldAllBe(one => one.TextContent.Contains(record.Reference.Short));
        var note = sections.Single(one => one.QuerySelector("textarea")!.TextContent.Contains("rang the office", StringComparison.Ordinal));
        note.QuerySelector("textarea")!.TextContent.ShouldContain("Zoë Larkfield rang the office at noon.");
        note.QuerySelector("input[name=Written]")!.GetAttribute("value").ShouldBe("Zoe Larkfield");
        await DecideAsync(scene, page.Path, note.Id!, "Share", "Zoë Larkfield rang the office at noon.", written: "zoe larkfield");
        (await scene.JournalAsync(record)).ShouldContain(row => row.Act == "RecordRead" && row.ByIdentity == scene.Desk.Cast["dsl"].IdentityId);

        await FinishAsync(scene, request);
        var copy = await (await (await scene.AsAsync("lead")).GetAsync(request.Path)).FollowAsync("Put the copy together");
        copy.Text.ShouldContain("Zoë Larkfield rang the office at noon.");
        copy.Html.ShouldNotContain(scene.Word);
    }

    [Fact]
    [Requirement("B-298")]
    public async Task SomebodyKeptFromARecord_EndsNobodyElsesWork_AndCannotTellThatItGoesOn()
    {
        var seen = new List<string>();
        foreach (var hidden in new[] { false, true })
        {
            var scene = await RetentionScene.SetAsync(world);
            var pupil = scene.Desk.Cast["pupil"];
            if (hidden)
            {
                var record = await scene.RecordAsync(0, false, scene.Desk.Pupil("pupil"));
                foreach (var close in new[] { "deputy1", "deputy2" })
                    await (await (await scene.AsAsync(close)).GetAsync($"/incidents/{record.Reference}/conflict")).SubmitAsync();
            }

            var request = await TakeInAsync(scene, "Copy", pupil.Name);
            seen.Add(await FinishesAsync(scene, request, "deputy1"));
            (await DeskOfAsync(scene, request)).ShouldBe("Not yet", "two of a desk look");
            seen[^1] += await FinishesAsync(scene, request, "deputy2");
            (await DeskOfAsync(scene, request)).ShouldBe(hidden ? "Not yet" : "Finished");
            if (!hidden) continue;

            var page = await (await scene.AsAsync("dsl")).GetAsync(request.Path + "/look-through");
            (await page.SubmitAsync(button: "I have finished")).Errors.ShouldBe(["Decide about each entry first."]);
            await (await page.SubmitAsync(form => form.Tick("Looked", "true"), "Give the rest as it stands")).SubmitAsync(button: "I have finished");
            (await DeskOfAsync(scene, request)).ShouldBe("Finished");
            await FinishAsync(scene, request);
            (await (await scene.AsAsync("lead")).GetAsync(request.Path + "/package")).Text.ShouldContain(scene.Word);
        }

        seen[1].ShouldBe(seen[0]);
    }

    [Fact]
    public async Task TwoWhoFinishInTheSameMoment_EndTheDesksPart()
    {
        var scene = await RetentionScene.SetAsync(world);
        var request = await TakeInAsync(scene, "Copy", scene.Desk.Cast["pupil"].Name);
        List<PageSeen> pages = [];
        foreach (var who in new[] { "dsl", "deputy1" }) pages.Add(await (await scene.AsAsync(who)).GetAsync(request.Path + "/look-through"));

        await SameMoment.OfAsync(world, () => pages[0].SubmitAsync(button: "I have finished"), () => pages[1].SubmitAsync(button: "I have finished"));

        (await DeskOfAsync(scene, request)).ShouldBe("Finished");
    }

    /// <summary>What the page, its answer and the home say to somebody who finishes.</summary>
    private static async Task<string> FinishesAsync(RetentionScene scene, PageSeen request, string who)
    {
        var browser = await scene.AsAsync(who);
        var page = await browser.GetAsync(request.Path + "/look-through");
        var after = await page.SubmitAsync(button: "I have finished");
        after.Errors.ShouldBeEmpty();
        return $"{page.Text}\n{after.Text}\n{(await browser.GetAsync("/home")).Text}";
    }

    /// <summary>Where the safeguarding team's part stands, for whoever works on the request.</summary>
    private static async Task<string> DeskOfAsync(RetentionScene scene, PageSeen request) =>
        (await (await scene.AsAsync("lead")).GetAsync(request.Path)).Document.QuerySelectorAll("li").Single(line => line.TextContent.Contains("afeguarding team", StringComparison.Ordinal)).QuerySelector(".govuk-tag")!.TextContent.Trim();

    private static string Plain(PageSeen copy) => copy.Document.QuerySelector("main")!.TextContent;

    private static async Task WithholdAllAsync(RetentionScene scene, PageSeen page)
    {
        var after = await page.SubmitAsync(form => form.Set("Ground", "OngoingInquiry"), "Withhold the rest");
        after.Text.ShouldNotContain("Not decided");
    }

    private static async Task<PageSeen> TakeInAsync(RetentionScene scene, string kind, string name, string by = "lead") =>
        await (await (await scene.AsAsync(by)).GetAsync("/data-requests/new")).SubmitAsync(form => form.Set("Kind", kind).Set("AskedBy", "A parent").Set("Name", name).Set("IdentityChecked", "Known in person."));

    private static async Task<PageSeen> DecideAsync(RetentionScene scene, string path, string entry, string handler, string answer, string by = "dsl", string? written = null)
    {
        var browser = await scene.AsAsync(by);
        var page = await browser.GetAsync(path);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync($"{path}?handler={handler}",
        [
            new("__RequestVerificationToken", token), new("Entry", Guid.ParseExact(entry["entry-".Length..], "N").ToString()), new(handler == "Share" ? "Text" : "Ground", answer),
            new("Written", written ?? ""),
        ]);
    }

    private static async Task FinishAsync(RetentionScene scene, PageSeen request)
    {
        foreach (var desk in Desks)
        {
            var page = await (await scene.AsAsync(desk)).GetAsync(request.Path + "/look-through");
            if (page.Status == HttpStatusCode.OK) (await page.SubmitAsync(button: "I have finished")).Errors.ShouldBeEmpty();
        }
    }

    private static async Task AddNoteAsync(RetentionScene scene, Incident record, string text) =>
        await (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{record.Reference}/notes/new")).SubmitAsync(form => form.Set("Text", text));
}
