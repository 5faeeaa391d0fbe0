using Lifeguard.Response.Contracts;

namespace Lifeguard.Response.Model.Plans;

/// <summary>The words of files and of the command line.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, Due> Dues { get; } = new Dictionary<string, Due>
    {
        ["now"] = Due.Now,
        ["same-day"] = Due.SameDay,
        ["24-hours"] = Due.Hours24,
        ["1-working-day"] = Due.WorkingDay1,
        ["72-hours"] = Due.Hours72,
        ["5-working-days"] = Due.WorkingDays5,
        ["30-days"] = Due.Days30,
        ["when-ready"] = Due.WhenReady,
    };

    public static IReadOnlyDictionary<string, Urgency> Urgencies { get; } = new Dictionary<string, Urgency>
    {
        ["immediate"] = Urgency.Immediate,
        ["same-day"] = Urgency.SameDay,
        ["24-hours"] = Urgency.Hours24,
        ["5-working-days"] = Urgency.WorkingDays5,
        ["routine"] = Urgency.Routine,
    };

    public static IReadOnlyDictionary<string, Telling> Tellings { get; } = new Dictionary<string, Telling>
    {
        ["held"] = Telling.Held,
        ["after-advice"] = Telling.AfterAdvice,
        ["now"] = Telling.Now,
    };

    public static string Of(Due due) => Dues.Single(one => one.Value == due).Key;

    public static string Of(Urgency urgency) => Urgencies.Single(one => one.Value == urgency).Key;

    public static string Of(Telling telling) => Tellings.Single(one => one.Value == telling).Key;
}
