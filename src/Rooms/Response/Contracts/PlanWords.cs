using System.Globalization;
using Lifeguard.Kernel;

namespace Lifeguard.Response.Contracts;

/// <summary>Words of a plan as people read them.</summary>
public static class PlanWords
{
    /// <param name="version">The day of a flow as its file gives it; an old edition may have none.</param>
    public static string OfVersion(string version) => DateOnly.TryParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? UkTime.InWords(day) : version;

    public static string Of(Due due) => due switch
    {
        Due.Now => "now",
        Due.SameDay => "today",
        Due.Hours24 => "within 24 hours",
        Due.WorkingDay1 => "within one working day",
        Due.Hours72 => "within 72 hours",
        Due.WorkingDays5 => "within five working days",
        Due.Days30 => "within 30 days",
        _ => "when the rest is done",
    };

    /// <summary>Who is told at once is told by word of mouth: a letter or a form waits for somebody to read it.</summary>
    public static string OfReferral(Due within) => within is Due.Now ? "now, by telephone or in person" : Of(within);

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Immediate => "Act now",
        Urgency.SameDay => "Act today",
        Urgency.Hours24 => "Act within 24 hours",
        Urgency.WorkingDays5 => "Act within five working days",
        _ => "No hurry",
    };

    public static string Of(Telling telling) => telling switch
    {
        Telling.Held => "not yet",
        Telling.AfterAdvice => "after the police or social care have been asked",
        _ => "now",
    };
}
