using Lifeguard.Kernel;

namespace Lifeguard.Duties;

/// <summary>What this room keeps about people.</summary>
internal static class DutyKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "duties",
            Name = "What somebody had to do by when, without anything of the case",
            AboutWhom = "The staff who were asked",
            Where = "In the database, for those who may know of the record",
            Why = "To see that nothing is forgotten",
            Ends = "Goes with the record it is about",
            Tables = ["duty", "duty_holding"],
        },
        new()
        {
            Key = "on-duty",
            Name = "Who of the safeguarding team was on duty, with a telephone number",
            AboutWhom = "The safeguarding team",
            Where = "In the database; shown to whoever reports while they are on duty",
            Why = "So that somebody can be rung",
            Ends = "Taken back by hand; past duty stays",
            Tables = ["on_duty"],
        },
        new()
        {
            Key = "school-year",
            Name = "Term dates",
            AboutWhom = "Nobody",
            Where = "In the database",
            Why = "To count school days",
            Ends = "Changed by hand",
            Tables = ["term_date"],
        },
    ];
}
