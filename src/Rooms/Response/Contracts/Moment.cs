using Lifeguard.Duties.Contracts;

namespace Lifeguard.Response.Contracts;

/// <summary>From when deadlines run, and on whose calendar.</summary>
public sealed record Moment(DateTimeOffset Now, SchoolCalendar Calendar)
{
    public DateTimeOffset? At(Due due) => due switch
    {
        Due.Now => Now.ToUniversalTime(),
        Due.SameDay => Calendar.SameDay(Now),
        Due.Hours24 => SchoolCalendar.WithinHours(Now, 24),
        Due.WorkingDay1 => Calendar.AfterWorkingDays(Now, 1),
        Due.Hours72 => SchoolCalendar.WithinHours(Now, 72),
        Due.WorkingDays5 => Calendar.AfterWorkingDays(Now, 5),
        Due.Days30 => SchoolCalendar.WithinHours(Now, 30 * 24),
        _ => null,
    };
}
