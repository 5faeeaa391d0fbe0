namespace Lifeguard.Duties.Model.Calendar;

/// <summary>
/// The bank holidays of a year by rule: Banking and Financial Dealings Act 1971, schedule 1, with the days appointed every year since.
/// Days appointed for one year only are data.
/// </summary>
internal static class BankHolidayRules
{
    public const string EnglandAndWales = "england-and-wales";
    public const string Scotland = "scotland";
    public const string NorthernIreland = "northern-ireland";

    public static IReadOnlyList<string> Calendars { get; } = [EnglandAndWales, Scotland, NorthernIreland];

    public static SortedDictionary<DateOnly, string> Of(string calendar, int year)
    {
        var easter = Easter.SundayOf(year);
        var days = new SortedDictionary<DateOnly, string>
        {
            [easter.AddDays(-2)] = "Good Friday",
            [FirstMonday(year, 5)] = "Early May bank holiday",
            [LastMonday(year, 5)] = "Spring bank holiday",
            [calendar == Scotland ? FirstMonday(year, 8) : LastMonday(year, 8)] = "Summer bank holiday",
        };
        if (calendar != Scotland) days[easter.AddDays(1)] = "Easter Monday";

        PlaceFixed(days, FixedDays(calendar, year));
        return days;
    }

    private static IEnumerable<(DateOnly Day, string Name)> FixedDays(string calendar, int year)
    {
        yield return (new(year, 1, 1), "New Year's Day");
        if (calendar == Scotland) yield return (new(year, 1, 2), "2nd January");
        if (calendar == NorthernIreland) yield return (new(year, 3, 17), "St Patrick's Day");
        if (calendar == NorthernIreland) yield return (new(year, 7, 12), "Battle of the Boyne");
        if (calendar == Scotland) yield return (new(year, 11, 30), "St Andrew's Day");
        yield return (new(year, 12, 25), "Christmas Day");
        yield return (new(year, 12, 26), "Boxing Day");
    }

    // Days on a working day keep their place first: when Christmas is a Sunday, Boxing Day stays on Monday and Christmas moves to Tuesday.
    private static void PlaceFixed(SortedDictionary<DateOnly, string> days, IEnumerable<(DateOnly Day, string Name)> fixedDays)
    {
        var atWeekend = new List<(DateOnly Day, string Name)>();
        foreach (var (day, name) in fixedDays)
        {
            if (IsWeekend(day)) atWeekend.Add((day, name));
            else days[day] = name;
        }

        foreach (var (day, name) in atWeekend)
        {
            var substitute = day;
            while (IsWeekend(substitute) || days.ContainsKey(substitute)) substitute = substitute.AddDays(1);
            days[substitute] = $"{name} (substitute)";
        }
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly FirstMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return day;
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var day = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(-1);
        return day;
    }
}
