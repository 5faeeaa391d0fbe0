using Lifeguard.Incidents.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

public sealed class TeacherTests(World world) : IClassFixture<World>
{
    [Fact, Requirement("A-101"), Requirement("B-109")]
    public async Task Report_FromDangerToReceipt_MakesOneRecordWithEveryWord()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);

        var who = await (await browser.StartAsync()).AddFromListAsync("ell", Part.Harmed);
        who = await who.AddFromListAsync("jonas ab", Part.SaidToHaveDoneIt);
        var readers = await who.ContinueAsync();
        var check = await readers.TellAsync("Ella came to me after maths.", words: "he wont stop sending it");
        var receipt = await check.SubmitAsync(button: "Send");

        readers.Text.ShouldContain("Ruth Okonjo (Safeguarding lead (DSL))");
        readers.Text.ShouldNotContain("Gareth Penhallow");
        receipt.Path.ShouldStartWith("/receipts/");
        receipt.Text.ShouldContain("Received");
        var report = (await world.AllAsync<Report>(school.Id)).ShouldHaveSingleItem();
        report.WhatHappened.ShouldBe("Ella came to me after maths.");
        report.ChildsWords.ShouldBe("he wont stop sending it");
        (await world.AllAsync<Involvement>(school.Id)).Select(one => (one.Name, one.Part)).ShouldBe(
            [("Ella Winterbourne", Part.Harmed), ("Jonas Abara", Part.SaidToHaveDoneIt)], ignoreOrder: true);
        (await world.AllAsync<Incident>(school.Id)).ShouldHaveSingleItem().Desks.ShouldBe([nameof(Lifeguard.Incidents.Model.Desk.SafeguardingTeam)]);
    }

    [Fact]
    public async Task WhatMatters_StandsBesideTheForm_AndWhatHappensNextOnTheReceipt()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var what = await (await (await (await browser.StartAsync()).AddFromListAsync("ell", Part.Harmed)).ContinueAsync()).ContinueAsync();

        var words = await what.ContinueAsync(form => form.Set("Story", "A picture is said to go round.").Set("Imagery", "yes"));
        var where = await words.ContinueAsync(form => form.Set("Words", "I only sent it to him"));
        var done = await where.ContinueAsync(form => form.Set("Place", "A group chat"));
        var receipt = await (await done.ContinueAsync(form => form.Set("DoneAlready", "Nothing"))).SubmitAsync(button: "Send");

        foreach (var page in new[] { what, words })
        {
            var beside = page.Document.QuerySelector("aside")!.TextContent;
            beside.ShouldContain("Tell the child that they did right. Promise no secrecy.");
            beside.ShouldContain("Ask no more than you need.");
            beside.ShouldContain("go to one of those who will read this, or ring them");
        }

        words.Document.QuerySelector("aside")!.TextContent.ShouldContain("What never to do");
        (await receipt.FollowAsync("What happens next, for each kind of concern")).Heading.ShouldBe("What happens next");
    }

    [Theory, Requirement("A-101")]
    [InlineData("Yes")]
    [InlineData("Unsure")]
    public async Task Danger_WhenItMayBe_ShowsNumbersBeforeAnythingElse(string danger)
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);

        var page = await browser.StartAsync(danger);

        page.Heading.ShouldBe("Ring now. The form can wait");
        page.Document.QuerySelectorAll("main a[href='tel:999']").ShouldNotBeEmpty();
        (await page.FollowAsync("Continue with the report")).Heading.ShouldBe("Who is it about?");
    }

    [Fact]
    public async Task Start_WithoutAnAnswer_SaysSoAndKeepsNothing()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);

        var page = await (await browser.GetAsync("/report")).SubmitAsync();

        page.Errors.ShouldBe(["Say whether anybody is in danger now"]);
        (await browser.GetAsync("/receipts")).Text.ShouldNotContain("Not sent");
    }

    [Fact]
    public async Task Readers_WhenTheHeadIsNamed_AreTheChairAndNeverTheHead()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);

        var who = await (await browser.StartAsync()).AddFromListAsync("Penhallow", Part.SaidToHaveDoneIt);
        who = await who.AddFromListAsync("Ella", Part.Harmed);
        var readers = await who.ContinueAsync();
        var without = await readers.ContinueAsync();
        var what = await without.ContinueAsync(form => form.Set("LooksAfter", "Mrs Okonjo, in the library"));

        readers.Text.ShouldContain("Moira Tansley (Chair of governors)");
        readers.Text.ShouldNotContain("Gareth Penhallow");
        readers.Text.ShouldContain("cannot read this and is not told of it");
        without.Errors.ShouldBe(["Say who is looking after the child now"]);
        what.Heading.ShouldBe("What happened?");
    }

    [Fact]
    public async Task Readers_WhenEverybodyWhoCouldTakeItIsNamed_ShowTheOfficersWayInstead()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);

        var who = await (await browser.StartAsync()).AddFromListAsync("Tansley", Part.SaidToHaveDoneIt);
        var readers = await who.ContinueAsync();
        var check = await readers.TellAsync();
        var receipt = await check.SubmitAsync(button: "Send");

        receipt.Text.ShouldContain("Ring the officer for allegations (LADO) or the police now");
        receipt.Text.ShouldNotContain("have been told");
        readers.Text.ShouldContain("Nobody in the school or above it");
        readers.Text.ShouldContain("101");
        (await world.AllAsync<Incident>(school.Id)).ShouldHaveSingleItem().Desks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_ChangedAfterTheReadersWereShown_ShowsThemAgain()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var who = await (await browser.StartAsync()).AddFromListAsync("Ella", Part.Harmed);
        var check = await (await who.ContinueAsync()).TellAsync();

        var again = await browser.GetAsync(check.Path.Replace("/check", "/who?check=true", StringComparison.Ordinal));
        again = await again.AddFromListAsync("Okonjo", Part.SaidToHaveDoneIt);
        var readers = await again.ContinueAsync();

        readers.Heading.ShouldBe("Who will be able to read this");
        readers.Text.ShouldContain("Gareth Penhallow");
        readers.Text.ShouldNotContain("Ruth Okonjo");
        (await browser.GetAsync(check.Path)).Path.ShouldEndWith("/readers");
    }

    [Fact, Requirement("A-096")]
    public async Task Address_IsKeptAsWords_AndNeverBecomesALink()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var who = await browser.StartAsync();
        var readers = await who.ContinueAsync(form => form.Set("Nobody", "true"));
        var check = await readers.TellAsync();

        var where = await browser.GetAsync(check.Path.Replace("/check", "/where?check=true", StringComparison.Ordinal));
        check = await where.ContinueAsync(form => form.Set("Address", "https://harm.example/room?id=7").Set("HappenedOn.Day", "16").Set("HappenedOn.Month", "11").Set("HappenedOn.Year", "2026").Set("HappenedTime", "2:30pm"));

        check.Heading.ShouldBe("Check what you wrote");
        check.Text.ShouldContain("https://harm.example/room?id=7");
        check.Document.QuerySelectorAll("a[href*='harm.example']").ShouldBeEmpty();
        check.Text.ShouldContain("Monday 16 November 2026, 2:30pm");
    }

    [Fact]
    public async Task Imagery_WhenNotSure_IsTreatedAsYesAndNoFileCanBeAdded()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var readers = await (await browser.StartAsync()).ContinueAsync(form => form.Set("Nobody", "true"));

        var check = await readers.TellAsync(imagery: "unsure");
        await check.SubmitAsync(button: "Send");

        check.Text.ShouldContain("Not sure, so treated as yes");
        check.Document.QuerySelectorAll("input[type=file]").ShouldBeEmpty();
        (await world.AllAsync<Incident>(school.Id)).ShouldHaveSingleItem().Imagery.ShouldBeTrue();
    }
}
