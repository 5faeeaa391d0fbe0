namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>A time as rules need it: the instant, and the minute of the school's own week (Monday 00:00 is 0).</summary>
public readonly record struct Moment(DateTimeOffset Instant, int MinuteOfWeek)
{
    public const int MinutesOfWeek = 7 * 24 * 60;

    /// <param name="zone">The school's own time; both clock changes fall where that zone puts them.</param>
    public static Moment At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return new Moment(instant, ((int)local.DayOfWeek + 6) % 7 * 1440 + local.Hour * 60 + local.Minute);
    }
}
