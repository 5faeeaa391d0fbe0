using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.DataProtection;

/// <summary>Who watches over what is kept. None of these opens a record: which of them somebody meets is decided by each record's own room.</summary>
internal static class DataProtectionPermissions
{
    public const string Kept = "data-protection.kept";

    public const string Rules = "data-protection.rules";

    public const string Review = "data-protection.review";

    public const string Requests = "data-protection.requests";

    public const string LookThrough = "data-protection.look-through";

    /// <summary>Sees that a record is due and by which rule, and may be the second of two; reads none.</summary>
    public const string Watch = "data-protection.watch";

    /// <summary>Whoever decides about records: what lies at their desk is found by the room that keeps it.</summary>
    private static readonly string[] Desks =
    [
        nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead), nameof(Role.TrustSafeguardingLead), nameof(Role.Head),
        nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.GovernanceOfficer), nameof(Role.ChiefExecutive),
    ];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Kept, "See what is kept about whom, where, and for how long",
            [nameof(Role.DataProtectionLead), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.DesignatedSafeguardingLead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor), nameof(Role.Administrator)]),
        new(Rules, "Say for how long the school keeps records", [nameof(Role.DataProtectionLead), nameof(Role.Head), nameof(Role.ActingHead)]),
        new(Watch, "See which records are due for review, without opening any, and be the second person of a purge", [nameof(Role.DataProtectionLead)]),
        new(Review, "See which records are due for review: those of one's own desk, and for the data-protection lead that they exist", [nameof(Role.DataProtectionLead), .. Desks]),
        // The head as well: nobody works on a request about themselves, and a school may have no lead for a while.
        new(Requests, "Take in and answer requests of people for what is kept about them", [nameof(Role.DataProtectionLead), nameof(Role.Head), nameof(Role.ActingHead)]),
        new(LookThrough, "Say, entry by entry, what of one's own desk somebody is given about themselves", Desks),
    ];
}
