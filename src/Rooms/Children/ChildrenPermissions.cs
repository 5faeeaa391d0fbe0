using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Children;

/// <summary>Who keeps the files of children. Which of them somebody meets is decided file by file: nobody opens that of their own child.</summary>
internal static class ChildrenPermissions
{
    public const string Files = "children.files";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Files, "Keep children's files: care status, plans, orders, parental responsibility, the chronology from before, and sending a file to the next school",
            [nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead), nameof(Role.TrustSafeguardingLead)]),
    ];
}
