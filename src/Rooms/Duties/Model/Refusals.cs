using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.Duties.Model;

internal static class Refusals
{
    public const int LongestName = 80;

    public static Refusal NoPeriods { get; } = new("no-periods", "Enter at least one period in which the school is open.");

    public static Refusal EndsBeforeItBegins { get; } = new("ends-before-it-begins", "A period ends before it begins. Check the dates.");

    public static Refusal PeriodsOverlap { get; } = new("periods-overlap", "Two periods in which the school is open overlap. Check the dates.");

    public static Refusal NotOfTheTeam { get; } = new("not-of-the-team", "Choose somebody who sits in the safeguarding team today.");

    public static Refusal NeverOpen { get; } = new("never-open", "Give hours for at least one of Monday to Friday.");

    public static Refusal NameMissing { get; } = new("name-missing", $"Give each period a name of at most {LongestName} characters.");

    /// <summary>Every reason why these periods cannot be a school's year.</summary>
    public static IReadOnlyList<Refusal> Of(IReadOnlyList<TermPeriod> periods)
    {
        var open = periods.Where(period => period.Kind == TermPeriodKind.Open).OrderBy(period => period.First).ToList();
        List<Refusal> refusals = [];
        if (open.Count == 0) refusals.Add(NoPeriods);
        if (periods.Any(period => period.Last < period.First)) refusals.Add(EndsBeforeItBegins);
        if (open.Zip(open.Skip(1)).Any(pair => pair.Second.First <= pair.First.Last)) refusals.Add(PeriodsOverlap);
        if (periods.Any(period => string.IsNullOrWhiteSpace(period.Name) || period.Name.Length > LongestName)) refusals.Add(NameMissing);
        return refusals;
    }
}
