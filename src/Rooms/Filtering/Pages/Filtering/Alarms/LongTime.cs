namespace Lifeguard.Filtering.Pages.Filtering.Alarms;

/// <summary>A length of time as people say it.</summary>
internal static class LongTime
{
    public static string InWords(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 2 } => "1 minute",
        { TotalHours: < 2 } => $"{(int)time.TotalMinutes} minutes",
        { TotalDays: < 2 } => $"{(int)time.TotalHours} hours",
        _ => $"{(int)time.TotalDays} days",
    };
}
