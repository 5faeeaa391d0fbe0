using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;

namespace Lifeguard.Duties;

internal static class DutyPermissions
{
    /// <summary>Say who of the safeguarding team is on duty.</summary>
    public const string SetRota = "duties.rota";

    public static IReadOnlyList<Permission> All { get; } = [new(SetRota, "Say who of the safeguarding team is on duty", [.. Team.MaySet.Select(role => role.ToString())])];
}
