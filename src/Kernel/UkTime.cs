using System.Globalization;

namespace Lifeguard.Kernel;

/// <summary>Between instants and the clock on a wall in the United Kingdom, and how both are written and typed there.</summary>
/// <remarks>What happened on a day at a time that nobody knows stands as the first instant of that day, and is written as the day alone.</remarks>
public static class UkTime
{
    /// <summary>The clock's name, for the database.</summary>
    public const string Zone = "Europe/London";

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById(Zone);
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Forms = ["H:mm", "HHmm", "%H", "h:mmtt", "htt"];

    /// <summary>Tuesday 3 March 2026, 2:05pm.</summary>
    public static string InWords(DateTimeOffset at) => WallClock(at).ToString("dddd d MMMM yyyy", British) + AfterTheDay(at);

    /// <summary>3 March 2026, 2:05pm.</summary>
    public static string Brief(DateTimeOffset at) => WallClock(at).ToString("d MMMM yyyy", British) + AfterTheDay(at);

    /// <summary>3 March 2026, 2:05:09pm: where the order of two moments matters.</summary>
    public static string Exactly(DateTimeOffset at) => WallClock(at).ToString("d MMMM yyyy, h:mm:ss", British) + HalfOfTheDay(at);

    /// <summary>"Today, 2:05pm", "yesterday, 9:10am", and the date for anything older.</summary>
    public static string Lately(DateTimeOffset at, DateTimeOffset now) => (DateOf(now).DayNumber - DateOf(at).DayNumber) switch
    {
        0 => $"today, {TimeOfDay(at)}",
        1 => $"yesterday, {TimeOfDay(at)}",
        _ => Brief(at),
    };

    /// <summary>2:05pm.</summary>
    public static string TimeOfDay(DateTimeOffset at) => WallClock(at).ToString("h:mm", British) + HalfOfTheDay(at);

    /// <summary>3 March 2026.</summary>
    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>Tuesday 3 March 2026.</summary>
    public static string WithWeekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>March 2026.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", British);

    /// <summary>Mar.</summary>
    public static string ShortMonth(DateOnly day) => day.ToString("MMM", British);

    /// <summary>From 3 March 2026; 3 March 2026; 3 March 2026 to 1 May 2026.</summary>
    /// <param name="last">Null without an end.</param>
    public static string Days(DateOnly first, DateOnly? last) =>
        last is not { } end ? $"From {InWords(first)}" : end == first ? InWords(first) : $"{InWords(first)} to {InWords(end)}";

    /// <summary>How a time stands in a box: 14:05.</summary>
    public static string ForBox(DateTimeOffset at) => WallClock(at).ToString("HH:mm", British);

    /// <summary>A time as people type it: 14:05, 2.05 pm, 0905, 9am. Null when it is none.</summary>
    public static TimeOnly? ReadTime(string? typed)
    {
        var text = (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Replace('.', ':').ToUpperInvariant()
            .Replace("A:M:", "AM", StringComparison.Ordinal).Replace("P:M:", "PM", StringComparison.Ordinal);
        return TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    public static DateTime WallClock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).DateTime;

    /// <summary>The year in which the school year of this day began.</summary>
    public static int SchoolYear(DateOnly day) => day >= FirstOfSchoolYear(day.Year) ? day.Year : day.Year - 1;

    /// <summary>1 September, as the law counts school years, whenever a school's own terms begin.</summary>
    public static DateOnly FirstOfSchoolYear(int year) => new(year, 9, 1);

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(WallClock(at));

    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => First(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The first instant at which the wall shows this; in the hour that spring leaves out, the instant of the jump.</summary>
    public static DateTimeOffset First(DateTime wall) => Instant(wall, later: false);

    /// <summary>The last instant at which the wall shows this.</summary>
    public static DateTimeOffset Last(DateTime wall) => Instant(wall, later: true);

    private static DateTimeOffset Instant(DateTime wall, bool later)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (London.IsInvalidTime(wall))
        {
            var before = wall;
            while (London.IsInvalidTime(before)) before = before.AddMinutes(-1);
            var jump = new DateTime(before.Year, before.Month, before.Day, before.Hour, before.Minute, 0).AddMinutes(1);
            return new DateTimeOffset(jump, London.GetUtcOffset(before)).ToUniversalTime();
        }

        var offset = London.GetUtcOffset(wall);
        if (London.IsAmbiguousTime(wall))
        {
            var offsets = London.GetAmbiguousTimeOffsets(wall);
            offset = later ? offsets.Min() : offsets.Max();
        }

        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    private static string AfterTheDay(DateTimeOffset at) => WallClock(at).TimeOfDay == TimeSpan.Zero ? "" : ", " + TimeOfDay(at);

    private static string HalfOfTheDay(DateTimeOffset at) => WallClock(at).Hour < 12 ? "am" : "pm";
}
