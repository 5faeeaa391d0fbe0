using Lifeguard.Kernel;

namespace Lifeguard.Custody;

/// <summary>What this room keeps about people.</summary>
internal static class CustodyKeeps
{
    public const string Custody = "custody";
    public const string Confiscations = "confiscations";
    public const string Searches = "searches";

    private const string Reviewed = "Listed for review when its period is over; two people and a week before it is erased";

    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = Custody,
            Name = "Devices and things in custody: the chain of who held them, who could use them, and what a technician was asked to keep",
            AboutWhom = "Owners of devices, whoever held them or could use them",
            Where = "In the database; owners' names for the safeguarding team and the head alone, and never for themselves",
            Why = "So that the police are given an item whose way is known from the first hand to the last: Keeping children safe in education, part five",
            Ends = $"What belongs to a record ends with it. Nothing else counts before the item has left the school's hands, and logs before the day until which they are kept. {Reviewed}",
            Tables = ["custody_item", "custody_handover", "custody_access", "custody_order"],
            IsReviewed = true,
            ExistenceIsSecret = true,
        },
        new()
        {
            Key = Confiscations,
            Name = "Things of pupils that were taken and given back",
            AboutWhom = "Pupils, and the staff who took them",
            Where = "In the database, for whoever took it, the safeguarding team and the head",
            Why = "To give a thing back and to show that it was: Education and Inspections Act 2006, sections 91 and 94",
            Ends = $"Nothing counts before it was given back. {Reviewed}",
            Tables = ["confiscation"],
            IsReviewed = true,
        },
        new()
        {
            Key = Searches,
            Name = "Searches of pupils' devices: grounds, who was there, what was found in words, and who decided",
            AboutWhom = "Pupils, and the staff who searched and decided",
            Where = "In the database, for whoever searched, the safeguarding team and the head",
            Why = "To show that each search had a good reason and that two decided: Education Act 2011, part 2",
            Ends = $"What belongs to a record ends with it. Nothing else counts before two have decided. {Reviewed}",
            Tables = ["device_search"],
            IsReviewed = true,
        },
        new()
        {
            Key = "searchers",
            Name = "Staff whom the head has named to search",
            AboutWhom = "Those staff",
            Where = "In the database, for the head",
            Why = "Only the head and staff named by the head may search: Education Act 2011, part 2",
            Ends = "Stays, with the day on which it ended: a search must be held against the list of its day",
            Tables = ["nominated_searcher"],
        },
    ];
}
