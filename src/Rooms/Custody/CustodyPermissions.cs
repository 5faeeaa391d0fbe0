using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Custody;

/// <summary>Who opens which pages. Which item, thing or search somebody meets there is decided one by one: nobody meets what is about themselves.</summary>
internal static class CustodyPermissions
{
    /// <summary>Items and orders, as whoever keeps them sees them.</summary>
    public const string Keep = "custody.keep";

    /// <summary>The register of a school: whose things are, what the police said, what is overdue.</summary>
    public const string Register = "custody.register";

    /// <summary>What one has confiscated, and searches if one is on the head's list.</summary>
    public const string Confiscate = "custody.confiscate";

    /// <summary>The list of staff who may search.</summary>
    public const string Searchers = "custody.searchers";

    private static readonly string[] Team = [nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead), nameof(Role.TrustSafeguardingLead)];

    private static readonly string[] Heads = [nameof(Role.Head), nameof(Role.ActingHead)];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Keep, "Take devices into custody, isolate them, keep the chain of who held them, and do what one is asked to keep or have blocked",
            // The chair for what concerns the head, and nothing else.
            [nameof(Role.Technician), .. Team, .. Heads, nameof(Role.ChairOfGovernors)]),
        new(Register, "See what a school holds, has confiscated and searched, record what the police say, and be the second person who decides about a search", [.. Team, .. Heads]),
        new(Confiscate, "Record what one confiscates and gives back, and a search, if the head has named one for it",
            [
                nameof(Role.Teacher), nameof(Role.SupportStaff), nameof(Role.OfficeStaff), nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead),
                nameof(Role.OnlineSafetyLead), .. Heads, nameof(Role.Senco), nameof(Role.Technician), nameof(Role.Trainee), nameof(Role.Supply),
            ]),
        new(Searchers, "Name the staff who may search, and say which route of complaint is shown", Heads),
    ];
}
