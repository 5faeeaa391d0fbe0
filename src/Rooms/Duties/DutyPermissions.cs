using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties;

internal static class DutyPermissions
{
    /// <summary>Say who of the safeguarding team is on duty.</summary>
    public const string SetRota = "duties.rota";

    /// <summary>Keep the school's year and its hours.</summary>
    public const string SetUp = "duties.set-up";

    /// <summary>Keep the numbers and hours of local agencies: whoever sets a school up, and a partnership for all below it.</summary>
    public const string Numbers = "duties.numbers";

    /// <summary>Office staff are not among them: a wrong number or a wrong holiday keeps a concern waiting.</summary>
    private static readonly Role[] MaySetUp =
        [Role.Administrator, Role.Head, Role.ActingHead, Role.DesignatedSafeguardingLead, Role.TrustSafeguardingLead];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(SetRota, "Say who of the safeguarding team is on duty", [.. Team.MaySet.Select(role => role.ToString())]),
        new(SetUp, "Keep the school year and school hours", [.. MaySetUp.Select(role => role.ToString())]),
        new(Numbers, "Keep the numbers and hours of local agencies", [.. MaySetUp.Append(Role.PartnershipOfficer).Select(role => role.ToString())]),
    ];
}
