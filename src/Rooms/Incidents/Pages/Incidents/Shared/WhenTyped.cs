using Lifeguard.Kernel;
using Lifeguard.Ui.Tags;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>A date and a time as somebody typed them, as an instant.</summary>
internal static class WhenTyped
{
    /// <summary>Reads both; the sentences go to the named fields.</summary>
    public static DateTimeOffset? Read(DateParts date, string? time, string what, Action<string> dateFault, Action<string> timeFault)
    {
        var dated = date.TryToDate(what, out var day, out var fault);
        if (!dated) dateFault(fault);
        if (UkTime.ReadTime(time) is not { } clock)
        {
            timeFault("Enter the time, such as 14:05 or 2:05pm");
            return null;
        }

        return dated ? UkTime.First(day.ToDateTime(clock)) : null;
    }
}
