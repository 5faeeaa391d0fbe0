using Lifeguard.Kernel;

namespace Lifeguard.Upkeep;

/// <summary>What is kept of everything, outside the database.</summary>
internal static class UpkeepKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "backups",
            Name = "Backups of the whole database",
            AboutWhom = "Everybody",
            Where = "In the backups' folder and wherever the technician copies it, encrypted to a key that is not on the machine",
            Why = "To bring everything back after a bad day: UK GDPR, article 32",
            Ends = "Replaced after the days that the technician has set, 30 unless changed. What is erased today is gone from the backups when the last of them is",
        },
        new()
        {
            Key = "witness",
            Name = "Marks of the journal's chain",
            AboutWhom = "Nobody: numbers and times",
            Where = "In a file outside the database",
            Why = "To prove that nothing was changed afterwards",
            Ends = "Stays for good",
        },
    ];
}
