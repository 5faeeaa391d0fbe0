using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Response;

internal static class ResponsePermissions
{
    /// <summary>What happens next is no secret: whoever reports may read it.</summary>
    public const string Read = "response.read";

    public static IReadOnlyList<Permission> All { get; } = [new(Read, "Read what happens for each kind of concern, and try it out without a case", [.. Enum.GetNames<Role>()])];
}
