using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation;

/// <summary>Which roles may open which pages of this room.</summary>
internal static class OrganisationPermissions
{
    /// <summary>Take in people from a file, and say that two records are one person.</summary>
    public const string People = "organisation.people";

    private static readonly string[] Keepers = [nameof(Role.Administrator), nameof(Role.OfficeStaff)];

    public static IReadOnlyList<Permission> All { get; } = [new(People, "Import people and join two records of one person", Keepers)];

    /// <summary>Where this person keeps the people: the organisations of those roles, not everywhere they belong.</summary>
    public static IReadOnlyList<Guid> PlacesOf(Viewer viewer) => [.. viewer.Seats.Where(seat => Keepers.Contains(seat.Role)).Select(seat => seat.Organisation).Distinct()];
}
