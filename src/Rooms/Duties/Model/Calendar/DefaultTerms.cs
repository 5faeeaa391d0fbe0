using Lifeguard.Duties.Contracts;

namespace Lifeguard.Duties.Model.Calendar;

/// <summary>
/// A usual English school year, for as long as a school has not entered its own. Wrong by days almost everywhere and by weeks
/// in Scotland and Northern Ireland, so pages say that it is a guess, and urgent duties never depend on it.
/// </summary>
internal static class DefaultTerms
{
    public static bool IsOpen(DateOnly day) => !IsBreak(day) && InTerm(day);

    private static bool InTerm(DateOnly day) =>
        day.Month switch
        {
            8 => false,
            7 => day.Day <= 22,
            9 => day.Day >= 2,
            12 => day <= LastFridayBy(new DateOnly(day.Year, 12, 21)),
            1 => day >= MondayFrom(new DateOnly(day.Year, 1, 3)),
            _ => true,
        };

    private static bool IsBreak(DateOnly day) =>
        day.Month switch
        {
            2 => IsWeekOf(MondayFrom(new DateOnly(day.Year, 2, 12)), day, weeks: 1),
            3 or 4 => IsWeekOf(EasterBreak(day.Year), day, weeks: 2),
            5 or 6 => IsWeekOf(MondayFrom(new DateOnly(day.Year, 5, 25)), day, weeks: 1),
            10 => IsWeekOf(MondayFrom(new DateOnly(day.Year, 10, 23)), day, weeks: 1),
            _ => false,
        };

    // Two weeks that hold Easter where they can, and stay near the start of April where Easter is very early or very late.
    private static DateOnly EasterBreak(int year)
    {
        var wished = Easter.SundayOf(year).AddDays(-6);
        var earliest = MondayFrom(new DateOnly(year, 3, 29));
        var latest = MondayFrom(new DateOnly(year, 4, 1));
        return wished < earliest ? earliest : wished > latest ? latest : wished;
    }

    private static bool IsWeekOf(DateOnly monday, DateOnly day, int weeks) => monday <= day && day < monday.AddDays(7 * weeks);

    private static DateOnly MondayFrom(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return day;
    }

    private static DateOnly LastFridayBy(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Friday) day = day.AddDays(-1);
        return day;
    }
}
