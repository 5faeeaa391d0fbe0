using System.Globalization;
using Lifeguard.Kernel;

namespace Lifeguard.Children.Imports;

/// <summary>
/// Dates of one column: 2025-03-14, 14/03/2025 or 14 Mar 2025, each with or without a time. Whether day or month comes first is decided by
/// the column as a whole, by the dates that can be read one way only. Where none can, or they disagree, nothing is guessed.
/// </summary>
internal sealed class FileDates
{
    private static readonly string[] Sure = ["yyyy-MM-dd", "yyyy/MM/dd", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "dd-MMM-yy"];

    private bool _dayFirst;
    private bool _monthFirst;

    /// <summary>Looks at a date without reading it yet.</summary>
    public void Note(string text)
    {
        if (Parts(Split(text).Date) is not { } parts) return;
        _dayFirst |= parts.One > 12 && parts.Two <= 12;
        _monthFirst |= parts.Two > 12 && parts.One <= 12;
    }

    /// <summary>The day, and the time where one is there; or why it cannot be told.</summary>
    public (DateOnly Day, TimeOnly? Time)? Read(string text, out string fault)
    {
        var (date, time) = Split(text);
        fault = "has a date that cannot be read: write 2025-03-14, 14/03/2025 or 14 Mar 2025";
        TimeOnly? clock = time.Length == 0 ? null : UkTime.ReadTime(WithoutSeconds(time));
        if (time.Length > 0 && clock is null) return null;
        if (DateOnly.TryParseExact(date, Sure, CultureInfo.InvariantCulture, DateTimeStyles.None, out var sure)) return (sure, clock);
        if (Parts(date) is not { } parts) return null;
        if (Day(parts, ref fault) is not { } day) return null;
        return (day, clock);
    }

    private DateOnly? Day((int One, int Two, int Year) parts, ref string fault)
    {
        if (parts.One > 12 || parts.One == parts.Two) return Of(parts.Year, parts.Two, parts.One);
        if (parts.Two > 12) return Of(parts.Year, parts.One, parts.Two);
        if (_dayFirst && !_monthFirst) return Of(parts.Year, parts.Two, parts.One);
        if (_monthFirst && !_dayFirst) return Of(parts.Year, parts.One, parts.Two);
        fault = _dayFirst
            ? "has a date that could be two days: some dates of the file put the day first and some the month"
            : "has a date that could be two days: nothing in the file says whether the day or the month comes first";
        return null;
    }

    private static DateOnly? Of(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // A date, then perhaps a time: "14/03/2025 10:15:00", "2025-03-14T10:15", "14 Mar 2025 at 10.15am".
    private static (string Date, string Time) Split(string text)
    {
        var plain = text.Trim().Replace(" at ", " ", StringComparison.OrdinalIgnoreCase).Replace(",", "", StringComparison.Ordinal);
        if (plain.Length > 10 && plain[4] == '-' && plain[10] == 'T') return (plain[..10], plain[11..].TrimEnd('Z'));
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ofDate = words.Length >= 3 && words[1].Any(char.IsLetter) ? 3 : 1;
        return words.Length <= ofDate ? (string.Join(' ', words), "") : (string.Join(' ', words[..ofDate]), string.Join(' ', words[ofDate..]));
    }

    private static string WithoutSeconds(string time)
    {
        // Parts of a second, which some exports write, are nobody's time.
        var plain = time.Count(letter => letter == ':') == 2 ? time.Split('.')[0] : time;
        return plain.Split(':') is [var hours, var minutes, var seconds] && seconds.Length >= 2 && seconds[..2].All(char.IsAsciiDigit) ? $"{hours}:{minutes}{seconds[2..]}" : plain;
    }

    private static (int One, int Two, int Year)? Parts(string date)
    {
        var parts = date.Split('/', '.', '-');
        return parts.Length == 3 && parts[2].Length == 4 && Number(parts[0]) is { } one && Number(parts[1]) is { } two && Number(parts[2]) is >= 1900 and <= 2200 and var year ? (one, two, year) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
