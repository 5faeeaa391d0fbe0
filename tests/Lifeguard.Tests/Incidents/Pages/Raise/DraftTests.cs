using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;
using Npgsql;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

public sealed class DraftTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Draft_LeftHalfWay_IsThereAgainForItsAuthorAlone()
    {
        var school = await world.StaffedSchoolAsync();
        var what = await ToWhatAsync(school);

        var kept = await what.SubmitAsync(form => form.Set("Story", "Half a sentence"), "Save and leave");
        var again = await (await world.SignedInAsync(school.Teacher)).GetAsync(what.Path);
        var other = await (await world.SignedInAsync(school.Lead)).GetAsync(what.Path);

        kept.Heading.ShouldBe("Not sent yet. Your words are kept");
        again.Document.QuerySelector("textarea")!.TextContent.ShouldBe("Half a sentence");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Draft_LeftHalfWay_WaitsOnceAtHome_AndTheLinkGoesOnWhereItStopped()
    {
        var school = await world.StaffedSchoolAsync();
        var what = await ToWhatAsync(school);
        await what.SubmitAsync(form => form.Set("Story", "Half a sentence"), "Save and leave");

        var home = await (await world.SignedInAsync(school.Teacher)).GetAsync("/home");

        var draft = what.Path[..what.Path.LastIndexOf('/')];
        home.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).Where(href => href!.StartsWith("/report/", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldStartWith(draft);
        home.Document.QuerySelectorAll("main li, main tr").Count(line => line.TextContent.Contains("you began", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Draft_AfterFourteenDays_IsGone()
    {
        var school = await world.StaffedSchoolAsync();
        var what = await ToWhatAsync(school);

        world.Clock.Pass(TimeSpan.FromDays(14));

        (await (await world.SignedInAsync(school.Teacher)).GetAsync(what.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Draft_Deleted_IsGone()
    {
        var school = await world.StaffedSchoolAsync();
        var what = await ToWhatAsync(school);
        var kept = await what.SubmitAsync(form => form.Set("Story", "Never mind"), "Save and leave");

        var after = await kept.SubmitAsync(button: "Delete what I wrote");

        after.Path.ShouldBe("/report");
        (await (await world.SignedInAsync(school.Teacher)).GetAsync(what.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Draft_InTheDatabase_HoldsNoWordThatCanBeRead()
    {
        var school = await world.StaffedSchoolAsync();
        await (await ToWhatAsync(school)).ContinueAsync(form => form.Set("Story", "canaryword in the draft").Set("Imagery", "no"));

        await using var connection = new NpgsqlConnection(world.Database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from draft where position('canaryword'::bytea in sealed) > 0", connection);
        var readable = (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        readable.ShouldBe(0);
    }

    [Fact]
    public async Task Post_AfterTheSessionEnded_KeepsTheWordsAndAsksToSignIn()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var what = await ToWhatAsync(browser);

        world.Clock.PassMinutes(25);
        var signIn = await what.ContinueAsync(form => form.Set("Story", "Written while the session ran out").Set("Imagery", "no"));
        var after = await signIn.SubmitAsync(form => form.Set("Email", school.Teacher.Email).Set("Password", Someone.Password));

        signIn.Path.ShouldBe("/sign-in");
        signIn.Html.ShouldNotContain("Written while");
        after.Path.ShouldBe(what.Path);
        after.Document.QuerySelector("textarea")!.TextContent.ShouldBe("Written while the session ran out");
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var what = await ToWhatAsync(browser);
        var elsewhere = await world.SignedInAsync(school.Teacher);

        // This browser has the session but neither the draft's key nor a token: what a page of another site could send.
        var answer = await elsewhere.PostAsync(what.Path, [new("Story", "forged"), new("Imagery", "no")]);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync(what.Path)).Html.ShouldNotContain("forged");
    }

    [Fact]
    public async Task TwoTabs_OnOnePage_ShowBothTextsAndLoseNone()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var first = await ToWhatAsync(browser);
        var second = await browser.GetAsync(first.Path);

        await first.ContinueAsync(form => form.Set("Story", "from the first tab").Set("Imagery", "no"));
        var both = await second.ContinueAsync(form => form.Set("Story", "from the second tab").Set("Imagery", "no"));
        await both.ContinueAsync();

        both.Text.ShouldContain("from the first tab");
        both.Document.QuerySelector("textarea")!.TextContent.ShouldBe("from the second tab");
        (await browser.GetAsync(first.Path)).Document.QuerySelector("textarea")!.TextContent.ShouldBe("from the second tab");
    }

    [Fact]
    public async Task TwoTabs_OnDifferentPages_BothSave()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var what = await ToWhatAsync(browser);
        var done = await browser.GetAsync(what.Path.Replace("/what", "/done", StringComparison.Ordinal));

        await what.ContinueAsync(form => form.Set("Story", "the story").Set("Imagery", "no"));
        await done.ContinueAsync(form => form.Set("DoneAlready", "rang the office"));

        (await browser.GetAsync(what.Path)).Document.QuerySelector("textarea")!.TextContent.ShouldBe("the story");
        (await browser.GetAsync(done.Path)).Document.QuerySelector("textarea")!.TextContent.ShouldBe("rang the office");
    }

    [Fact]
    public async Task Send_PressedTwiceAtOnce_MakesOneRecordAndOneReceipt()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var readers = await (await browser.StartAsync()).ContinueAsync(form => form.Set("Nobody", "true"));
        var check = await readers.TellAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => check.SubmitAsync(button: "Send")));
        var later = await browser.GetAsync(check.Path);

        receipts.Select(one => one.Path).Distinct().ShouldHaveSingleItem().ShouldStartWith("/receipts/");
        later.Path.ShouldBe(receipts[0].Path);
        (await world.AllAsync<Incident>(school.Id)).ShouldHaveSingleItem();
        (await world.AllAsync<Receipt>(school.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Send_WhenAnotherTabChangedAnAnswer_AsksToReadAgain()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var readers = await (await browser.StartAsync()).ContinueAsync(form => form.Set("Nobody", "true"));
        var check = await readers.TellAsync();

        await (await browser.GetAsync(check.Path.Replace("/check", "/done", StringComparison.Ordinal))).ContinueAsync(form => form.Set("DoneAlready", "changed in between"));
        var again = await check.SubmitAsync(button: "Send");
        var receipt = await again.SubmitAsync(button: "Send");

        again.Errors.ShouldHaveSingleItem().ShouldContain("another tab");
        receipt.Path.ShouldStartWith("/receipts/");
    }

    private async Task<PageSeen> ToWhatAsync(School school) => await ToWhatAsync(await world.SignedInAsync(school.Teacher));

    private static async Task<PageSeen> ToWhatAsync(Browser browser)
    {
        var readers = await (await browser.StartAsync()).ContinueAsync(form => form.Set("Nobody", "true"));
        return await readers.ContinueAsync();
    }
}
