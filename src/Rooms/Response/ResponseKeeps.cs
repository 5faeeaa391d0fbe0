using Lifeguard.Kernel;

namespace Lifeguard.Response;

/// <summary>What this room keeps about people: nothing. Its one table holds the texts of flows.</summary>
internal static class ResponseKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "flow-editions",
            Name = "The guided questions as they stood when a record began with them",
            AboutWhom = "Nobody",
            Where = "In the database",
            Why = "So that a record can be read in ten years as it was worked on",
            Ends = "Stays for good: a record may have begun with it",
            Tables = ["flow_edition"],
        },
    ];
}
