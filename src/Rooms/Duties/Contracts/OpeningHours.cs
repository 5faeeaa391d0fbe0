using System.Diagnostics.CodeAnalysis;
using Lifeguard.Duties.Model.Calendar;
using Lifeguard.Kernel;

namespace Lifeguard.Duties.Contracts;

/// <summary>
/// When a telephone is answered, written as people write it: <c>Mon-Thu 08:00-17:30; Fri 08:00-16:30</c>.
/// A range that ends at or before its start runs over midnight. Closed on bank holidays unless <c>Bank holidays</c> has ranges of its own.
/// <c>Always</c> means day and night, every day.
/// </summary>
public sealed class OpeningHours
{
    private readonly string _text;
    private readonly IReadOnlyDictionary<DayOfWeek, IReadOnlyList<MinuteRange>> _week;
    private readonly IReadOnlyList<MinuteRange> _bankHolidays;

    internal OpeningHours(
        string text, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<MinuteRange>> week, IReadOnlyList<MinuteRange> bankHolidays)
    {
        _text = text;
        _week = week;
        _bankHolidays = bankHolidays;
    }

    public static OpeningHours Always { get; } = OpeningHoursText.Read("Always", out _)!;

    /// <summary>Reads the text form.</summary>
    /// <param name="fault">What is wrong with it, in a sentence for whoever typed it; null when it was read.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out string? fault)
    {
        hours = OpeningHoursText.Read(text ?? "", out fault);
        return hours is not null;
    }

    public static OpeningHours Parse(string text) => TryParse(text, out var hours, out var fault) ? hours : throw new FormatException(fault);

    public bool IsOpen(DateTimeOffset at, NationCalendar nation)
    {
        var today = UkTime.DateOf(at);
        return Holds(today.AddDays(-1)) || Holds(today);

        bool Holds(DateOnly day) => On(day, nation).Any(stretch => stretch.Start <= at && at < stretch.End);
    }

    /// <summary>Now, when open; otherwise when it opens next; null when it does not open within a month.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at, NationCalendar nation)
    {
        if (IsOpen(at, nation)) return at.ToUniversalTime();

        var today = UkTime.DateOf(at);
        return Enumerable.Range(0, 31)
            .SelectMany(ahead => On(today.AddDays(ahead), nation))
            .Where(stretch => stretch.Start > at)
            .Select(stretch => (DateTimeOffset?)stretch.Start)
            .FirstOrDefault();
    }

    /// <summary>Whether any of Monday to Friday has hours.</summary>
    internal bool OpensOnWeekdays => _week.Any(day => day.Key is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day.Value.Count > 0);

    /// <summary>The stretches that begin on this day, in order.</summary>
    internal IReadOnlyList<(DateTimeOffset Start, DateTimeOffset End)> On(DateOnly day, NationCalendar nation)
    {
        var ranges = nation.BankHolidayOn(day) is not null ? _bankHolidays : _week.GetValueOrDefault(day.DayOfWeek, []);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return [.. ranges.Select(range => (UkTime.First(midnight.AddMinutes(range.Start)), UkTime.Last(midnight.AddMinutes(range.End))))];
    }

    public override string ToString() => _text;
}

/// <summary>Minutes after midnight; an end beyond 1,440 lies on the next day.</summary>
internal readonly record struct MinuteRange(int Start, int End);
