namespace Lifeguard.Duties.Contracts;

/// <summary>A telephone number with the hours in which somebody answers it.</summary>
public sealed record NumberWithHours(string Label, string Number, OpeningHours Hours);

/// <summary>Chooses the number to ring now.</summary>
public static class NumberNow
{
    /// <summary>The first of these that is answered at this instant, or null when none is. Put the one that is best in office hours first.</summary>
    public static NumberWithHours? Choose(IEnumerable<NumberWithHours> numbers, DateTimeOffset at, NationCalendar nation) =>
        numbers.FirstOrDefault(number => number.Hours.IsOpen(at, nation));
}
