using System.Globalization;

namespace Lifeguard.Upkeep.Pages.Upkeep;

/// <summary>Sizes and lengths of time as people say them.</summary>
internal static class Sizes
{
    public static string InWords(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N1} GB"),
    };

    public static string Took(int seconds) => seconds switch
    {
        < 1 => "less than a second",
        1 => "1 second",
        < 120 => $"{seconds} seconds",
        _ => $"{(seconds + 30) / 60} minutes",
    };

    /// <summary>How old something was at a moment: "12 minutes", "3 hours", "2 days".</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 2 } => $"{(int)age.TotalMinutes} minutes",
        { TotalDays: < 2 } => $"{(int)age.TotalHours} hours",
        _ => $"{(int)age.TotalDays} days",
    };
}
