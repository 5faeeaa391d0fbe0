using Lifeguard.Duties.Model.Calendar;
using Lifeguard.Kernel;

namespace Lifeguard.Duties.Contracts;

/// <summary>
/// An organisation's days and hours, and every deadline that is counted in them. All instants returned are UTC; counting is done
/// on the wall clock of the United Kingdom. Pure: the same answer for the same arguments.
/// </summary>
public sealed class SchoolCalendar
{
    private static readonly TimeOnly EndOfDay = new(23, 59);

    private readonly IReadOnlyList<TermPeriod> _periods;
    private readonly OpeningHours _hours;

    internal SchoolCalendar(NationCalendar nation, IReadOnlyList<TermPeriod> periods, OpeningHours hours)
    {
        Nation = nation;
        _periods = periods;
        _hours = hours;
    }

    public NationCalendar Nation { get; }

    /// <summary>The hours in which somebody is at school to read what comes in.</summary>
    public OpeningHours Hours => _hours;

    /// <summary>True where the school has entered no dates that reach this day, so that a usual year is assumed. Pages say so.</summary>
    public bool IsGuess(DateOnly day) => _periods.Count == 0 || day < _periods.Min(period => period.First) || day > _periods.Max(period => period.Last);

    public bool IsWorkingDay(DateOnly day) => Nation.IsWorkingDay(day);

    /// <summary>A working day on which the school has pupils.</summary>
    public bool IsSchoolDay(DateOnly day)
    {
        if (!IsWorkingDay(day)) return false;
        if (IsGuess(day)) return DefaultTerms.IsOpen(day);

        return _periods.Any(period => period.Kind == TermPeriodKind.Open && period.Covers(day))
            && !_periods.Any(period => period.Kind == TermPeriodKind.Closed && period.Covers(day));
    }

    /// <summary>The same time of day on the n-th working day after the day of <paramref name="from"/>.</summary>
    /// <param name="days">At least one.</param>
    public DateTimeOffset AfterWorkingDays(DateTimeOffset from, int days) => AfterDays(from, days, IsWorkingDay);

    /// <summary>The same time of day on the n-th school day after the day of <paramref name="from"/>.</summary>
    /// <param name="days">At least one.</param>
    public DateTimeOffset AfterSchoolDays(DateTimeOffset from, int days) => AfterDays(from, days, IsSchoolDay);

    /// <summary>So many elapsed minutes later, whatever the day or the clock on the wall.</summary>
    public static DateTimeOffset WithinMinutes(DateTimeOffset from, int minutes) => from.ToUniversalTime().AddMinutes(minutes);

    /// <summary>So many elapsed hours later.</summary>
    public static DateTimeOffset WithinHours(DateTimeOffset from, int hours) => from.ToUniversalTime().AddHours(hours);

    /// <summary>When so many minutes of school time have passed, counting only the hours of school days.</summary>
    public DateTimeOffset AfterSchoolMinutes(DateTimeOffset from, int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        var left = TimeSpan.FromMinutes(minutes);
        if (left == TimeSpan.Zero) return from.ToUniversalTime();

        foreach (var (start, end) in SchoolTimeFrom(from))
        {
            if (end - start >= left) return start + left;
            left -= end - start;
        }

        throw new InvalidOperationException("The school is never open.");
    }

    /// <summary>
    /// By the end of the same day: when school closes, if that is still to come; otherwise one minute before midnight.
    /// </summary>
    public DateTimeOffset SameDay(DateTimeOffset from)
    {
        var today = UkTime.DateOf(from);
        if (IsSchoolDay(today) && _hours.On(today, Nation) is [.., var last] && from < last.End) return last.End;

        return EndOf(today);
    }

    /// <summary>By the end of this day: one minute before midnight, so that a deadline is written with the day that was meant.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => UkTime.Last(day.ToDateTime(EndOfDay));

    /// <summary>Now, when school is open; otherwise when it opens next.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) => SchoolTimeFrom(at).First().Start;

    /// <summary>When school opens on this day; null where it does not.</summary>
    public DateTimeOffset? OpensOn(DateOnly day) => IsSchoolDay(day) && _hours.On(day, Nation) is [var first, ..] ? first.Start : null;

    public bool IsOpen(DateTimeOffset at) => IsSchoolDay(UkTime.DateOf(at)) && _hours.IsOpen(at, Nation);

    /// <summary>
    /// The calendar month by which an answer is owed: the same day of the month, or its last, and where that is no working day the next one that is.
    /// </summary>
    public DateOnly AfterMonths(DateOnly from, int months)
    {
        var day = from.AddMonths(months);
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The birthday on which somebody reaches an age. Born on 29 February: 1 March in other years, so that nobody counts as grown up a day early.</summary>
    public static DateOnly Birthday(DateOnly born, int age) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + age) ? new DateOnly(born.Year + age, 3, 1) : born.AddYears(age);

    private static DateTimeOffset AfterDays(DateTimeOffset from, int days, Func<DateOnly, bool> counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var wall = UkTime.WallClock(from);
        var day = DateOnly.FromDateTime(wall);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (counts(day)) left--;
        }

        return UkTime.First(day.ToDateTime(TimeOnly.FromDateTime(wall)));
    }

    // A year and a half without one open minute is a mistake in the settings, which are refused for it when entered.
    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> SchoolTimeFrom(DateTimeOffset from)
    {
        var today = UkTime.DateOf(from);
        for (var ahead = 0; ahead < 550; ahead++)
        {
            var day = today.AddDays(ahead);
            if (!IsSchoolDay(day)) continue;
            foreach (var (start, end) in _hours.On(day, Nation))
            {
                if (end > from) yield return (start > from ? start : from.ToUniversalTime(), end);
            }
        }
    }
}
