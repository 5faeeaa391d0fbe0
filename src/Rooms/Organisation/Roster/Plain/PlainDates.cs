using System.Globalization;

namespace Lifeguard.Organisation.Roster.Plain;

/// <summary>
/// Dates of one file: 2011-09-01, 01/09/2011, 1 Sep 2011. Whether day or month comes first is decided by the file as a whole:
/// by the dates that can only be read one way. Where none can, or they disagree, nothing is guessed.
/// </summary>
internal sealed class PlainDates
{
    private static readonly string[] Sure = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy"];

    private bool _dayFirst;
    private bool _monthFirst;

    /// <summary>Looks at a date without reading it yet.</summary>
    public void Note(string text)
    {
        if (Parts(text) is not { } parts) return;
        _dayFirst |= parts.One > 12 && parts.Two <= 12;
        _monthFirst |= parts.Two > 12 && parts.One <= 12;
    }

    /// <summary>The day, or why it cannot be told.</summary>
    public DateOnly? Read(string text, out string fault)
    {
        fault = "";
        if (DateOnly.TryParseExact(text, Sure, CultureInfo.InvariantCulture, DateTimeStyles.None, out var sure)) return sure;
        if (DateTime.TryParseExact(text, Sure, CultureInfo.InvariantCulture, DateTimeStyles.None, out var withTime)) return DateOnly.FromDateTime(withTime);
        fault = $"The date {RosterRows.Shown(text)} is none that can be read: write 2011-09-01, 01/09/2011 or 1 Sep 2011. It was left out.";
        if (Parts(text) is not { } parts) return null;
        if (parts.One > 12 || parts.One == parts.Two) return Day(parts.Year, parts.Two, parts.One);
        if (parts.Two > 12) return Day(parts.Year, parts.One, parts.Two);
        if (_dayFirst && !_monthFirst) return Day(parts.Year, parts.Two, parts.One);
        if (_monthFirst && !_dayFirst) return Day(parts.Year, parts.One, parts.Two);
        fault = _dayFirst
            ? $"The date {RosterRows.Shown(text)} was left out: some dates of the file put the day first and some the month."
            : $"The date {RosterRows.Shown(text)} was left out: nothing in the file says whether the day or the month comes first. Write 2011-09-01.";
        return null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static (int One, int Two, int Year)? Parts(string text)
    {
        var parts = text.Split(' ')[0].Split('/', '.', '-');
        return parts.Length == 3 && parts[2].Length == 4 && Number(parts[0]) is { } one && Number(parts[1]) is { } two && Number(parts[2]) is >= 1900 and <= 2200 and var year
            ? (one, two, year) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
