using Lifeguard.Kernel;

namespace Lifeguard.Filtering;

/// <summary>What this room keeps about people.</summary>
internal static class FilteringKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "gate-requests",
            Name = "Single requests at the gate: who asked for which page and when, what was decided and why",
            AboutWhom = "Pupils and staff who use the internet at school. Visits to helplines are never written down",
            Where = "In the database, in a table for each day; before that sealed in the gateway's spool, which the gateway itself cannot read",
            Why = "To say why a page did not open, and to protect children: Keeping children safe in education, filtering and monitoring",
            Ends = "Whole days go by themselves after the days that the school has set, 14 unless changed; names of sites and addresses that only they knew a week later",
            Tables = ["gate_request", "gate_asker", "gate_host", "gate_decision"],
        },
        new()
        {
            Key = "gate-figures",
            Name = "Counts of requests at the gate, by person, hour and category",
            AboutWhom = "Pupils and staff who use the internet at school",
            Where = "In the database; without any address of a page",
            Why = "To see over a year what the filter does, and for whom",
            Ends = "Go by themselves after the days that the school has set, 400 unless changed",
            Tables = ["gate_person", "gate_person_day", "gate_category", "gate_category_day"],
        },
        new()
        {
            Key = "gate-segments",
            Name = "Which pieces of the gate's log were loaded, and how many decisions were lost before them",
            AboutWhom = "Nobody: numbers and times",
            Where = "In the database",
            Why = "So that nothing is loaded twice, and a loss is known",
            Ends = "Go with the counts",
            Tables = ["gate_segment", "gate_place"],
        },
        new()
        {
            Key = "gate-alarms",
            Name = "What was wrong with the gate, from when until when",
            AboutWhom = "Nobody: gateways, doors and files. What anybody asked for is not in it",
            Where = "In the database",
            Why = "So that a filter that fails is noticed, and a school can show how long it did: Keeping children safe in education, filtering and monitoring",
            Ends = "Go with the counts, once they are over",
            Tables = ["gate_alarm"],
        },
        new()
        {
            Key = "web-passwords",
            Name = "Passwords for the web, as hashes, and since when",
            AboutWhom = "Whoever made one for browsers that ask who they are",
            Where = "In the database",
            Why = "So that the filter knows who asks, and nobody has to send the password of their account over the network: UK GDPR, article 32",
            Ends = "Goes when its owner replaces or withdraws it, and on the day they leave",
            Tables = ["web_password"],
        },
    ];
}
