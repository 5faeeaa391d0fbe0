using System.Globalization;
using Lifeguard.Ui.Tags;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>Instants as people in the United Kingdom read and type them.</summary>
internal static class UkTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Forms = ["H:mm", "HH:mm", "H.mm", "HH.mm", "HHmm", "h:mmtt", "h.mmtt", "htt"];

    /// <summary>Tuesday 3 March 2026, 2:05pm.</summary>
    public static string InWords(DateTimeOffset at) => $"{Wall(at).ToString("dddd d MMMM yyyy", British)}, {TimeOfDay(at)}";

    /// <summary>3 March 2026, 2:05pm.</summary>
    public static string Brief(DateTimeOffset at) => $"{Wall(at).ToString("d MMMM yyyy", British)}, {TimeOfDay(at)}";

    /// <summary>2:05pm.</summary>
    public static string TimeOfDay(DateTimeOffset at) => Wall(at).ToString("h:mm", British) + (Wall(at).Hour < 12 ? "am" : "pm");

    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Wall(at));

    /// <summary>How a time stands in a box: 14:05.</summary>
    public static string ForBox(DateTimeOffset at) => Wall(at).ToString("HH:mm", British);

    /// <summary>Reads the date and time somebody typed; the sentences go to the named fields.</summary>
    public static DateTimeOffset? Read(DateParts date, string? time, string what, Action<string> dateFault, Action<string> timeFault)
    {
        var dated = date.TryToDate(what, out var day, out var fault);
        if (!dated) dateFault(fault);
        if (ReadTime(time) is not { } clock)
        {
            timeFault("Enter the time, such as 14:05 or 2:05pm");
            return null;
        }

        return dated ? ToInstant(day.ToDateTime(clock)) : null;
    }

    public static TimeOnly? ReadTime(string? text) =>
        TimeOnly.TryParseExact(text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => ToInstant(day.ToDateTime(TimeOnly.MinValue));

    // In the hour that the spring change leaves out, the clock is read as if it had not changed yet.
    private static DateTimeOffset ToInstant(DateTime wall) =>
        new DateTimeOffset(wall, London.IsInvalidTime(wall) ? London.BaseUtcOffset : London.GetUtcOffset(wall)).ToUniversalTime();

    private static DateTime Wall(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).DateTime;
}
