using System.Globalization;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>Instants as people in a United Kingdom school read them.</summary>
internal static class InLondon
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    public static string Words(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static string Words(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d MMMM yyyy 'at' HH:mm", British);

    public static string Exactly(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d MMMM yyyy 'at' HH:mm:ss", British);

    /// <summary>"Today at 14:05", "yesterday at 09:10", and the date for anything older.</summary>
    public static string Lately(DateTimeOffset at, DateTimeOffset now)
    {
        var time = TimeZoneInfo.ConvertTime(at, Zone).ToString("HH:mm", British);
        return (Day(now).DayNumber - Day(at).DayNumber) switch
        {
            0 => $"today at {time}",
            1 => $"yesterday at {time}",
            _ => Words(at),
        };
    }

    /// <summary>The instant at which a day begins.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
