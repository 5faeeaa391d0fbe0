using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Response;

internal static class ResponsePermissions
{
    /// <summary>What happens next is no secret: whoever reports may read it.</summary>
    public const string Read = "response.read";

    /// <summary>How guided responses read here: of an organisation above schools, for its schools.</summary>
    public const string Local = "response.local";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, "Read what happens for each kind of concern, and try it out without a case", [.. Enum.GetNames<Role>()]),
        new(Local, "Settle local thresholds and wording of guided responses for the schools below, and publish them", [nameof(Role.PartnershipOfficer), nameof(Role.TrustSafeguardingLead)]),
    ];
}
