using Lifeguard.Duties.Model.Calendar;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Calendar;

public sealed class BankHolidayTests
{
    public static TheoryData<string, int> CalendarYears =>
        [.. from calendar in BankHolidayRules.Calendars from year in Enumerable.Range(2022, 7) select (calendar, year)];

    [Theory]
    [MemberData(nameof(CalendarYears))]
    public void BankHolidaysIn_AnOfficialYear_AreTheOnesPublished(string calendar, int year)
    {
        var published = CaseTable.Read("bank-holidays.csv")
            .Where(row => row["calendar"] == calendar && row["date"].StartsWith($"{year}-", StringComparison.Ordinal))
            .Select(row => (Calendars.Day(row["date"]), row["name"]));

        var days = Calendars.OfCalendar(calendar).BankHolidaysIn(year);

        days.ShouldBe(published);
    }

    [Theory]
    [InlineData("england-and-wales")]
    [InlineData("scotland")]
    [InlineData("northern-ireland")]
    public void BankHolidayOn_EveryDayFrom2024To2040_IsAsTheSlowOracleSays(string calendar)
    {
        var rules = Calendars.OfCalendar(calendar);
        var wrong = new List<DateOnly>();

        for (var day = new DateOnly(2024, 1, 1); day.Year <= 2040; day = day.AddDays(1))
        {
            if ((rules.BankHolidayOn(day) is not null) != CalendarOracle.IsBankHoliday(calendar, day)) wrong.Add(day);
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void WorldCupDay_IsScotlandsAlone()
    {
        var day = new DateOnly(2026, 6, 15);

        Calendars.OfCalendar("scotland").BankHolidayOn(day).ShouldBe("World Cup bank holiday");
        Calendars.OfCalendar("england-and-wales").BankHolidayOn(day).ShouldBeNull();
        Calendars.OfCalendar("northern-ireland").BankHolidayOn(day).ShouldBeNull();
    }
}
