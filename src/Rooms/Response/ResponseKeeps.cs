using Lifeguard.Kernel;

namespace Lifeguard.Response;

/// <summary>What this room keeps about people: who published what. The rest are texts of flows.</summary>
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
        new()
        {
            Key = "local-guidance",
            Name = "Local guidance for guided responses: each edition, who published it and why, and what is being changed",
            AboutWhom = "Officers and safeguarding leads who publish it, by name",
            Where = "In the database, for whoever publishes it and, without drafts, for the schools it holds for",
            Why = "So that everybody sees since when and through whom guidance reads as it does",
            Ends = "Editions stay: records have begun with them. What is being changed goes when it is published or dropped",
            Tables = ["local_edition", "local_draft"],
        },
    ];
}
