using System.Globalization;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Times as people in the United Kingdom write them, to and from instants.</summary>
internal static class WhenTyped
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly string[] Forms = ["H:mm", "HHmm", "%H", "h:mmtt", "htt"];

    public static bool TryTime(string? typed, out TimeOnly time)
    {
        var text = (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Replace('.', ':').ToUpperInvariant()
            .Replace("A:M:", "AM", StringComparison.Ordinal).Replace("P:M:", "PM", StringComparison.Ordinal);
        return TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    /// <summary>The instant of a wall-clock time; in the hour that is missing in spring, one hour later.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (London.IsInvalidTime(wall)) wall = wall.AddHours(1);
        return new DateTimeOffset(wall, London.GetUtcOffset(wall)).ToUniversalTime();
    }

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London).DateTime);

    /// <summary>"Monday 16 November 2026 at 08:00".</summary>
    public static string Say(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    public static string SayDay(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
