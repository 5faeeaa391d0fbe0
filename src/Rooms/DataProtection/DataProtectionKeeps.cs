using Lifeguard.Kernel;

namespace Lifeguard.DataProtection;

/// <summary>What this room keeps about people.</summary>
internal static class DataProtectionKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "retention",
            Name = "How long each school keeps what, what is held or kept longer and why, and what is to be erased",
            AboutWhom = "The staff who decided",
            Where = "In the database; the reasons for those alone who may know of the record",
            Why = "To show that nothing is kept without a reason, and nothing erased without two people: UK GDPR, article 5",
            Ends = "Goes with the record it is about; the school's rules stay",
            Tables = ["retention_rule", "kept_longer", "legal_hold", "purge"],
        },
        new()
        {
            Key = "tombstones",
            Name = "That something was erased: of which class, when, by whom and by which rule",
            AboutWhom = "The two who decided; nobody else",
            Where = "In the database",
            Why = "To show that it was erased and did not vanish: UK GDPR, article 5(2)",
            Ends = "Stays for good",
            Tables = ["tombstone"],
        },
        new()
        {
            Key = "requests",
            Name = "Requests of people for what is kept about them, and how they were answered",
            AboutWhom = "Whoever asked, and whoever they asked about",
            Where = "In the database, for the data-protection lead; the words that are given also for the desk that holds them",
            Why = "To answer in time and to show it: UK GDPR, articles 12 to 21",
            Ends = "The words that were given go when the request is answered; that it was asked and answered stays",
            Tables = ["person_request", "request_part", "request_look", "request_entry"],
        },
    ];
}
