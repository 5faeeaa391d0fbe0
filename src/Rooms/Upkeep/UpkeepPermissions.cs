using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Upkeep;

/// <summary>Who sees how the installation is kept. It says nothing about any case.</summary>
internal static class UpkeepPermissions
{
    public const string Backups = "upkeep.backups";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Backups, "See when the last backup was made, and when one was last restored to prove it",
            [nameof(Role.Technician), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.Administrator)]),
    ];
}
