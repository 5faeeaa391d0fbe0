namespace Lifeguard.Tests.Duties.Calendar;

/// <summary>
/// A second answer to every question about days, written the slow and obvious way and sharing nothing with the product:
/// Easter from a printed list, each substitute from a list of weekdays, counting one day at a time.
/// </summary>
internal static class CalendarOracle
{
    private static readonly string[] EasterSundays =
    [
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
        "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01", "2041-04-21",
    ];

    public static bool IsBankHoliday(string calendar, DateOnly day)
    {
        var scotland = calendar == "scotland";
        var ireland = calendar == "northern-ireland";
        var is2026 = day.Year == 2026 && day.Month == 6 && day.Day == 15;
        if (scotland && is2026) return true;

        foreach (var text in EasterSundays)
        {
            var easter = Calendars.Day(text);
            if (day == easter.AddDays(-2)) return true;
            if (!scotland && day == easter.AddDays(1)) return true;
        }

        if (day.DayOfWeek == DayOfWeek.Monday)
        {
            if (day.Month == 5 && day.Day <= 7) return true;
            if (day.Month == 5 && day.Day >= 25) return true;
            if (scotland && day.Month == 8 && day.Day <= 7) return true;
            if (!scotland && day.Month == 8 && day.Day >= 25) return true;
        }

        return NewYear(scotland, day) || Christmas(day)
            || (ireland && (Moved(day, 3, 17) || Moved(day, 7, 12)))
            || (scotland && Moved(day, 11, 30));
    }

    public static bool IsWorkingDay(string calendar, DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday && !IsBankHoliday(calendar, day);

    public static DateOnly AfterDays(DateOnly from, int count, Func<DateOnly, bool> counts)
    {
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (counts(day)) count--;
        }

        return day;
    }

    /// <summary>Summer time from the last Sunday of March to the last Sunday of October, by the rule and not by the zone file.</summary>
    public static TimeSpan OffsetAtNoon(DateOnly day)
    {
        var march = LastSunday(day.Year, 3);
        var october = LastSunday(day.Year, 10);
        return day >= march && day < october ? TimeSpan.FromHours(1) : TimeSpan.Zero;
    }

    private static bool NewYear(bool scotland, DateOnly day)
    {
        if (day.Month != 1 || day.Day > 4) return false;
        var holidays = (scotland, new DateOnly(day.Year, 1, 1).DayOfWeek) switch
        {
            (false, DayOfWeek.Saturday) => new[] { 3 },
            (false, DayOfWeek.Sunday) => [2],
            (false, _) => [1],
            (true, DayOfWeek.Friday) => [1, 4],
            (true, DayOfWeek.Saturday) => [3, 4],
            (true, DayOfWeek.Sunday) => [2, 3],
            (true, _) => [1, 2],
        };
        return Array.IndexOf(holidays, day.Day) >= 0;
    }

    private static bool Christmas(DateOnly day)
    {
        if (day.Month != 12) return false;
        var holidays = new DateOnly(day.Year, 12, 25).DayOfWeek switch
        {
            DayOfWeek.Friday => new[] { 25, 28 },
            DayOfWeek.Saturday => [27, 28],
            DayOfWeek.Sunday => [26, 27],
            _ => [25, 26],
        };
        return Array.IndexOf(holidays, day.Day) >= 0;
    }

    // One day alone: from a weekend to the Monday after it.
    private static bool Moved(DateOnly day, int month, int date)
    {
        var own = new DateOnly(day.Year, month, date);
        if (own.DayOfWeek == DayOfWeek.Saturday) return day == own.AddDays(2);
        if (own.DayOfWeek == DayOfWeek.Sunday) return day == own.AddDays(1);
        return day == own;
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(-1);
        return day;
    }
}
