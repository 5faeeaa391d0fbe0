using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Access;

/// <summary>Who gives access to whom. None of these opens a case.</summary>
internal static class AccessPermissions
{
    public const string Invite = "access.invite";

    public const string Recover = "access.recover";

    public const string ClosedPasswords = "access.closed-passwords";

    public const string Keys = "access.keys";

    public const string Rights = "access.rights";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Invite, "Invite people of the roster to make an account", [nameof(Role.Administrator)]),
        new(Recover, "Confirm, as one of two, that somebody has lost their phone",
            [nameof(Role.Administrator), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor)]),
        new(ClosedPasswords, "Learn whose password may be known to somebody else, and that somebody guesses at many accounts",
            [nameof(Role.Administrator), nameof(Role.Technician), nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead)]),
        new(Rights, "Look through who holds which role and right",
            [nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor), nameof(Role.ChiefExecutive)]),
        new(Keys, "See whether the site's keys open", [nameof(Role.Administrator)]),
    ];

    /// <summary>The organisations in which this viewer holds one of the permission's roles.</summary>
    public static IReadOnlyList<Guid> Places(Viewer viewer, string permission) => All.Single(one => one.Key == permission).PlacesOf(viewer);
}
