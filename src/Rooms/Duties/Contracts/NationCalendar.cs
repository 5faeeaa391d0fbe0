using System.Collections.Concurrent;
using Lifeguard.Duties.Model.Calendar;

namespace Lifeguard.Duties.Contracts;

/// <summary>Bank holidays and working days of a nation. Safe to share; a year is worked out once.</summary>
public sealed class NationCalendar
{
    private readonly ConcurrentDictionary<int, SortedDictionary<DateOnly, string>> _years = new();
    private readonly string _calendar;
    private readonly IReadOnlyList<BankHolidayChange> _changes;

    internal NationCalendar(string calendar, IReadOnlyList<BankHolidayChange> changes)
    {
        _calendar = calendar;
        _changes = [.. changes.Where(change => change.Calendars.Contains(calendar))];
    }

    /// <summary>The name of the bank holiday on this day, or null. Days appointed for one year are known as far as the data file has them.</summary>
    public string? BankHolidayOn(DateOnly day) => YearOf(day.Year).GetValueOrDefault(day);

    /// <summary>All bank holidays of a year in order.</summary>
    public IReadOnlyList<(DateOnly Day, string Name)> BankHolidaysIn(int year) => [.. YearOf(year).Select(day => (day.Key, day.Value))];

    /// <summary>Monday to Friday and no bank holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => !BankHolidayRules.IsWeekend(day) && BankHolidayOn(day) is null;

    private SortedDictionary<DateOnly, string> YearOf(int year) => _years.GetOrAdd(year, WorkOut);

    private SortedDictionary<DateOnly, string> WorkOut(int year)
    {
        var days = BankHolidayRules.Of(_calendar, year);
        foreach (var change in _changes)
        {
            if (change.Removes is { } gone) days.Remove(gone);
            if (change.Adds.Year == year) days[change.Adds] = change.Name;
        }

        return days;
    }
}
