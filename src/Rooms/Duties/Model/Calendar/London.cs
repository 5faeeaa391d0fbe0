namespace Lifeguard.Duties.Model.Calendar;

/// <summary>Between instants and the wall clock of the United Kingdom, also in the hour that is missing and the one that comes twice.</summary>
internal static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTime WallClock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(WallClock(at));

    /// <summary>The first instant at which the wall shows this; in the missing hour, the instant of the jump.</summary>
    public static DateTimeOffset First(DateTime wall) => Instant(wall, later: false);

    /// <summary>The last instant at which the wall shows this.</summary>
    public static DateTimeOffset Last(DateTime wall) => Instant(wall, later: true);

    private static DateTimeOffset Instant(DateTime wall, bool later)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
        {
            var before = wall;
            while (Zone.IsInvalidTime(before)) before = before.AddMinutes(-1);
            var jump = new DateTime(before.Year, before.Month, before.Day, before.Hour, before.Minute, 0).AddMinutes(1);
            return new DateTimeOffset(jump, Zone.GetUtcOffset(before)).ToUniversalTime();
        }

        var offset = Zone.GetUtcOffset(wall);
        if (Zone.IsAmbiguousTime(wall))
        {
            var offsets = Zone.GetAmbiguousTimeOffsets(wall);
            offset = later ? offsets.Min() : offsets.Max();
        }

        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
