using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Kernel;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

public sealed class BadInputTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task ControlCharacters_AreLeftOutAndSaidSo()
    {
        var (what, _) = await ToWhatAsync();

        var next = await what.ContinueAsync(form => form.Set("Story", "one\0two\u0007\nthree\tfour").Set("Imagery", "no"));

        next.Text.ShouldContain("Some characters that cannot be seen or printed were left out");
        (await next.FollowAsync("Back")).Document.QuerySelector("textarea")!.TextContent.ShouldBe("onetwo\nthree\tfour");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("'; drop table draft; --")]
    public async Task ScriptOrFormula_IsKeptAsItWasWrittenAndHarmless(string text)
    {
        var (what, school) = await ToWhatAsync();

        var check = await what.ContinueAsync(form => form.Set("Story", text).Set("Imagery", "no"));
        check = await check.ContinueAsync(form => form.Set("Words", text));
        check = await (await check.ContinueAsync(form => form.Set("Place", text).Set("Address", text))).ContinueAsync(form => form.Set("DoneAlready", text));
        await check.SubmitAsync(button: "Send");

        check.Text.ShouldContain(text);
        check.Document.QuerySelectorAll("main script").ShouldBeEmpty();
        (await world.AllAsync<Report>(school.Id)).ShouldHaveSingleItem().WhatHappened.ShouldBe(text);
    }

    [Theory]
    [InlineData(20_001)]
    [InlineData(10_000_000)]
    public async Task TooLong_IsSaidInWords_AndWhatWasTypedStaysInTheBox(int length)
    {
        var (what, _) = await ToWhatAsync();
        var story = new string('x', length);

        var again = await what.ContinueAsync(form => form.Set("Story", story).Set("Imagery", "unsure"));

        again.Errors.ShouldHaveSingleItem().ShouldStartWith("What happened must be 20,000 characters or fewer");
        again.Document.QuerySelector("textarea")!.TextContent.Length.ShouldBe(length);
        again.Document.QuerySelector("input[name=Imagery][value=unsure]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Missing_IsSaidInTheFormsWords_AndTheRestIsKept()
    {
        var (what, _) = await ToWhatAsync();

        var again = await what.ContinueAsync(form => form.Set("Story", "Only the story"));

        again.Errors.ShouldBe(["Say whether a nude or other sexual image could be part of this"]);
        again.Document.QuerySelector("title")!.TextContent.ShouldBe("Error: Report a concern - Lifeguard");
        again.Document.QuerySelector("textarea")!.TextContent.ShouldBe("Only the story");
    }

    [Theory]
    [InlineData("31", "2", "2026", "", "The date it happened must be a real date")]
    [InlineData("18", "11", "2026", "", "The date it happened must be today or in the past")]
    [InlineData("17", "11", "2026", "23:00", "The time must be in the past")]
    [InlineData("16", "11", "2026", "half two", "Enter a time such as 14:30 or 2:30pm")]
    public async Task WrongTimes_AreNamedAtTheirField(string day, string month, string year, string time, string error)
    {
        var (what, _) = await ToWhatAsync();
        var words = await what.ContinueAsync(form => form.Set("Story", "x").Set("Imagery", "no"));
        var where = await words.ContinueAsync(form => form.Set("NoWords", "true"));

        var again = await where.ContinueAsync(form => form.Set("HappenedOn.Day", day).Set("HappenedOn.Month", month).Set("HappenedOn.Year", year).Set("HappenedTime", time));

        again.Errors.ShouldBe([error]);
    }

    [Theory]
    [InlineData("14:30", 14, 30)]
    [InlineData("2.30 pm", 14, 30)]
    [InlineData("2:30p.m.", 14, 30)]
    [InlineData("9am", 9, 0)]
    [InlineData("0905", 9, 5)]
    public void Time_AsPeopleWriteIt_IsRead(string typed, int hour, int minute)
    {
        UkTime.ReadTime(typed).ShouldBe(new TimeOnly(hour, minute));
    }

    private async Task<(PageSeen What, School School)> ToWhatAsync()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var readers = await (await browser.StartAsync()).ContinueAsync(form => form.Set("Nobody", "true"));
        return (await readers.ContinueAsync(), school);
    }
}
