using Lifeguard.Duties.Contracts;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Calendar;

public sealed class DeadlineTests
{
    public static TheoryData<string> Deadlines => CaseTable.Names("deadlines.csv");

    public static TheoryData<string> Dates => CaseTable.Names("dates.csv");

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Deadline_OfTheCaseTable_FallsWhereTheTableSays(string name)
    {
        var row = CaseTable.Row("deadlines.csv", name);
        var school = Calendars.School(Calendars.Named(row["nation"]));
        var from = CaseTable.Instant(row["from"]);
        var amount = int.Parse(row["amount"], System.Globalization.CultureInfo.InvariantCulture);

        var due = row["rule"] switch
        {
            "working-days" => school.AfterWorkingDays(from, amount),
            "school-days" => school.AfterSchoolDays(from, amount),
            "school-minutes" => school.AfterSchoolMinutes(from, amount),
            "minutes" => SchoolCalendar.WithinMinutes(from, amount),
            "hours" => SchoolCalendar.WithinHours(from, amount),
            "same-day" => school.SameDay(from),
            "next-opening" => school.NextOpening(from),
            var other => throw new InvalidOperationException(other),
        };

        due.ShouldBe(CaseTable.Instant(row["due"]));
        due.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void Date_OfTheCaseTable_FallsWhereTheTableSays(string name)
    {
        var row = CaseTable.Row("dates.csv", name);
        var school = Calendars.School(Calendars.Named(row["nation"]));
        var from = Calendars.Day(row["from"]);
        var amount = int.Parse(row["amount"], System.Globalization.CultureInfo.InvariantCulture);

        var due = row["rule"] == "months" ? school.AfterMonths(from, amount) : SchoolCalendar.Birthday(from, amount);

        due.ShouldBe(Calendars.Day(row["due"]));
    }

    [Theory]
    [InlineData("England", "england-and-wales")]
    [InlineData("Scotland", "scotland")]
    [InlineData("Northern Ireland", "northern-ireland")]
    public void WorkingDays_FromEveryDay2024To2040_AreAsTheSlowOracleSays(string nation, string calendar)
    {
        var school = Calendars.School(Calendars.Named(nation));
        var wrong = new List<string>();

        for (var day = new DateOnly(2024, 1, 1); day.Year <= 2040; day = day.AddDays(1))
        {
            var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), CalendarOracle.OffsetAtNoon(day));
            foreach (var days in new[] { 1, 2, 5, 10, 15 })
            {
                var expected = CalendarOracle.AfterDays(day, days, one => CalendarOracle.IsWorkingDay(calendar, one));
                var expectedNoon = new DateTimeOffset(expected.ToDateTime(new TimeOnly(12, 0)), CalendarOracle.OffsetAtNoon(expected));
                if (school.AfterWorkingDays(noon, days) != expectedNoon) wrong.Add($"{day:yyyy-MM-dd} + {days}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void SchoolDays_FromEveryDayOfTheEnteredYear_AreAsTheSlowOracleSays()
    {
        var school = Calendars.School(Lifeguard.Reference.Contracts.Nation.England);
        var periods = CaseTable.Read("terms.csv").Select(row => (Open: row["kind"] == "open", First: Calendars.Day(row["first"]), Last: Calendars.Day(row["last"]))).ToList();
        bool IsSchoolDay(DateOnly day)
        {
            var open = false;
            var closed = false;
            foreach (var (isOpen, first, last) in periods)
            {
                if (day < first || day > last) continue;
                if (isOpen) open = true;
                else closed = true;
            }

            return open && !closed && CalendarOracle.IsWorkingDay("england-and-wales", day);
        }

        for (var day = new DateOnly(2026, 9, 2); day < new DateOnly(2027, 6, 30); day = day.AddDays(1))
        {
            var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), CalendarOracle.OffsetAtNoon(day));
            var expected = CalendarOracle.AfterDays(day, 15, IsSchoolDay);
            if (expected > new DateOnly(2027, 7, 22)) continue;

            school.IsSchoolDay(day).ShouldBe(IsSchoolDay(day), $"{day:yyyy-MM-dd}");
            DateOnly.FromDateTime(school.AfterSchoolDays(noon, 15).UtcDateTime).ShouldBe(expected, $"{day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void OneOffDayAddedLater_MovesTheDeadline()
    {
        var added = new Lifeguard.Duties.Model.Calendar.BankHolidayChange
        {
            Key = "new",
            Calendars = ["england-and-wales"],
            Adds = new(2026, 11, 23),
            Name = "New day",
            Source = "test",
            CheckedOn = new(2026, 11, 20),
        };
        var friday = CaseTable.Instant("2026-11-20T15:40+00:00");

        var before = new SchoolCalendar(new NationCalendar("england-and-wales", []), [], OpeningHours.Parse(Calendars.SchoolHours));
        var after = new SchoolCalendar(new NationCalendar("england-and-wales", [added]), [], OpeningHours.Parse(Calendars.SchoolHours));

        before.AfterWorkingDays(friday, 1).ShouldBe(CaseTable.Instant("2026-11-23T15:40+00:00"));
        after.AfterWorkingDays(friday, 1).ShouldBe(CaseTable.Instant("2026-11-24T15:40+00:00"));
    }

    [Theory]
    [InlineData("2026-10-27", false)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-12-22", false)]
    [InlineData("2027-01-04", true)]
    [InlineData("2027-02-16", false)]
    [InlineData("2027-04-01", false)]
    [InlineData("2027-04-12", true)]
    [InlineData("2027-06-01", false)]
    [InlineData("2027-07-22", true)]
    [InlineData("2027-08-10", false)]
    public void SchoolThatEnteredNothing_HasAUsualYearAndSaysThatItIsAGuess(string day, bool isSchoolDay)
    {
        var school = Calendars.SchoolWithoutDates(Lifeguard.Reference.Contracts.Nation.England);

        school.IsSchoolDay(Calendars.Day(day)).ShouldBe(isSchoolDay);
        school.IsGuess(Calendars.Day(day)).ShouldBeTrue();
    }

    [Fact]
    public void DayBeyondTheEnteredDates_IsAGuess()
    {
        var school = Calendars.School(Lifeguard.Reference.Contracts.Nation.England);

        school.IsGuess(new DateOnly(2027, 7, 22)).ShouldBeFalse();
        school.IsGuess(new DateOnly(2027, 9, 6)).ShouldBeTrue();
        school.IsSchoolDay(new DateOnly(2027, 9, 6)).ShouldBeTrue();
    }
}
