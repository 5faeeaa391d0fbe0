using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Duties.Model.Rota;

/// <summary>
/// A day of duty runs from one morning to the next, not from midnight: whoever has Friday out of hours has the night to Saturday.
/// It begins when school opens, and at eight where school is closed.
/// </summary>
internal static class DutyDay
{
    private static readonly TimeOnly WhereClosed = new(8, 0);

    public static DateTimeOffset Begins(DateOnly day, SchoolCalendar calendar) => calendar.OpensOn(day) ?? UkTime.First(day.ToDateTime(WhereClosed));

    public static DateOnly Of(DateTimeOffset at, SchoolCalendar calendar)
    {
        var today = UkTime.DateOf(at);
        return at < Begins(today, calendar) ? today.AddDays(-1) : today;
    }
}
