using System.Net;
using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Duties.SetUp;

/// <summary>Somebody who sets a school up enters its year and hours, and the clocks count them from then on.</summary>
public sealed class SchoolYearTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("administrator")]
    [InlineData("dsl")]
    [InlineData("head")]
    public async Task Added_CountsOnceAndIsJournalled_AndTheHomePageAsksNoMore(string part)
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast[part]);
        var page = await browser.GetAsync($"/school-year?school={cast.School}");

        (await browser.GetAsync("/home")).Text.ShouldContain("Enter the terms");
        var after = await AddAsync(page, "Open", "Autumn term", new(2026, 9, 2), new(2026, 12, 18));
        await AddAsync(page, "Open", "Autumn term", new(2026, 9, 2), new(2026, 12, 18));
        await AddAsync(page, "Open", "Spring term", new(2027, 1, 4), new(2027, 7, 20));
        await AddAsync(page, "Closed", "Training day", new(2026, 11, 18), new(2026, 11, 18));

        after.Path.ShouldBe("/school-year");
        (await TermsAsync(cast.School)).Select(term => term.Name).ShouldBe(["Autumn term", "Training day", "Spring term"]);
        (await ActsAsync(cast.School, nameof(TermDatesEntered))).ShouldBe(3);
        (await browser.GetAsync("/home")).Text.ShouldNotContain("Enter the terms");
    }

    [Fact]
    public async Task TrustsAdministrator_KeepsTheYearOfItsSchools()
    {
        var cast = await Cast.GatherAsync(world);
        var administrator = await world.PersonAsync(cast["trust-dsl"].Org, "Tadeo Adair", PersonKind.Staff, Role.Administrator);
        var page = await (await world.SignedInAsync(administrator)).GetAsync($"/school-year?school={cast.School}");

        await AddAsync(page, "Open", "Autumn term", new(2026, 9, 2), new(2026, 12, 18));

        (await TermsAsync(cast.School)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TrainingDayOrLaterHours_MoveTheClockOfAnUnopenedConcern()
    {
        var desk = await DeskScene.SetAsync(world);
        var page = await (await world.SignedInAsync(desk.Cast["administrator"])).GetAsync($"/school-year?school={desk.Cast.School}");
        await AddAsync(page, "Open", "Autumn term", new(2026, 9, 2), new(2026, 12, 18));
        var record = await desk.RaiseAsync("Something was sent", false, desk.Pupil());
        var before = await NextStepAsync(record.Id);

        await HoursAsync(page, "Mon-Fri 14:00-16:30");
        var afterHours = await NextStepAsync(record.Id);
        await AddAsync(page, "Closed", "Training day", new(2026, 11, 17), new(2026, 11, 17));
        var afterDay = await NextStepAsync(record.Id);

        UkTime.DateOf(before).ShouldBe(new DateOnly(2026, 11, 17));
        afterHours.ShouldBeGreaterThan(before);
        UkTime.DateOf(afterHours).ShouldBe(new DateOnly(2026, 11, 17));
        UkTime.DateOf(afterDay).ShouldBe(new DateOnly(2026, 11, 18));
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(row => row.RecordId == record.Id && row.Act == nameof(DutyMoved)))).ShouldBe(2);
    }

    [Fact]
    public async Task WhatCannotBe_IsSaidInTheWordsOfTheForm_AndNothingIsKept()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["administrator"])).GetAsync($"/school-year?school={cast.School}");

        var empty = await page.SubmitAsync(button: "Add");
        var turned = await AddAsync(page, "Open", "Autumn term", new(2026, 12, 18), new(2026, 9, 2));
        var far = await AddAsync(page, "Open", "Autumn term", new(2036, 9, 2), new(2036, 12, 2));
        await AddAsync(page, "Open", "Autumn term", new(2026, 9, 2), new(2026, 12, 18));
        var over = await AddAsync(page, "Open", "Another", new(2026, 12, 1), new(2027, 2, 1));
        var only = await (await (await world.SignedInAsync(cast["administrator"])).GetAsync($"/school-year?school={cast.School}")).SubmitAsync(button: "Take out: Autumn term");

        empty.Errors.ShouldBe(["Select whether the school has pupils on these days", "Give the period a name, such as Autumn term, first half", "Enter the first day", "Enter the last day"], ignoreOrder: true);
        turned.Errors.ShouldBe(["The last day must not be before the first"]);
        far.Errors.Count.ShouldBe(2);
        over.Errors.ShouldBe(["Two periods in which the school is open overlap. Check the dates."]);
        only.Errors.ShouldBe(["Enter at least one period in which the school is open."]);
        (await TermsAsync(cast.School)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Hours_AreReadAndCounted_OrRefusedWithWhatIsWrong()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["head"])).GetAsync($"/school-year?school={cast.School}");

        var unreadable = await HoursAsync(page, "all day long");
        var weekend = await HoursAsync(page, "Sat-Sun 10:00-12:00");
        await HoursAsync(page, "Mon-Fri 07:30-18:00");
        await HoursAsync(page, "Mon-Fri 07:30-18:00");

        unreadable.Errors.ShouldHaveSingleItem();
        weekend.Errors.ShouldBe(["Give hours for at least one of Monday to Friday."]);
        (await CalendarAsync(cast.School)).Hours.ToString().ShouldBe("Mon-Fri 07:30-18:00");
        (await ActsAsync(cast.School, nameof(SchoolHoursSet))).ShouldBe(1);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("deputy1")]
    [InlineData("technician")]
    [InlineData("chair")]
    public async Task ForAnybodyElse_OrAnotherSchool_ThePageIsNotThere(string part)
    {
        var (cast, other) = (await Cast.GatherAsync(world), await Cast.GatherAsync(world));

        (await (await world.SignedInAsync(cast[part])).GetAsync("/school-year")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(cast["dsl"])).GetAsync($"/school-year?school={other.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<PageSeen> AddAsync(PageSeen page, string kind, string name, DateOnly first, DateOnly last) => page.SubmitAsync(
        form => Day(Day(form.Set("Kind", kind).Set("Name", name), "First", first), "Last", last), "Add");

    private static Task<PageSeen> HoursAsync(PageSeen page, string hours) => page.SubmitAsync(form => form.Set("Hours", hours), "Set the hours");

    private static FormFilled Day(FormFilled form, string field, DateOnly day) =>
        form.Set($"{field}.Day", $"{day.Day}").Set($"{field}.Month", $"{day.Month}").Set($"{field}.Year", $"{day.Year}");

    private Task<IReadOnlyList<TermPeriod>> TermsAsync(Guid school) => world.DoAsync(services => services.GetRequiredService<ITermDates>().ListAsync(school, CancellationToken.None));

    private Task<SchoolCalendar> CalendarAsync(Guid school) => world.DoAsync(services => services.GetRequiredService<IWorkingTime>().ForAsync(school, CancellationToken.None));

    private Task<DateTimeOffset> NextStepAsync(Guid record) =>
        world.DoAsync(async services => (await services.GetRequiredService<Store>().Set<Duty>().AsNoTracking().SingleAsync(duty => duty.RecordId == record && duty.SettledAt == null)).NextStepAt!.Value);

    private Task<int> ActsAsync(Guid school, string act) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(row => row.RecordId == school && row.Act == act));
}
