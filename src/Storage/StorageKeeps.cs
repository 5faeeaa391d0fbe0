using Lifeguard.Kernel;

namespace Lifeguard.Storage;

/// <summary>What the store keeps beside what the rooms do.</summary>
public static class StorageKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "journal",
            Name = "The journal: who changed or read what, and when",
            AboutWhom = "Staff, and whoever the words of a change name",
            Where = "In the database, sealed into a chain; its words lie beside each row, so that they can be erased and the chain still holds",
            Why = "To show what was done and who has read it: UK GDPR, articles 5(2) and 32",
            Ends = "The words go with the record they are about. That something was done, by whom and when stays",
            Tables = ["journal", "journal_seal"],
        },
        new()
        {
            Key = "letters",
            Name = "Notices that something waits: to whom and when, without a word of the case",
            AboutWhom = "The staff who were written to",
            Where = "In the database",
            Why = "To know that a letter left",
            Ends = "Goes with the record it is about",
            Tables = ["outbox_letter"],
        },
        new()
        {
            Key = "almanac",
            Name = "A mark that changes whenever people or roles change",
            AboutWhom = "Nobody",
            Where = "In the database",
            Why = "So that a right withdrawn bites at the next click",
            Ends = "Replaced by itself",
            Tables = ["almanac_edition"],
        },
    ];
}
