namespace Lifeguard.Kernel;

/// <summary>What a page may ask of a person, and the roles that carry it.</summary>
/// <param name="Key">Stable key such as <c>incidents.work</c>.</param>
/// <param name="Says">What it allows, for the page of rights.</param>
/// <param name="Roles">Names of the roles that carry it.</param>
public sealed record Permission(string Key, string Says, IReadOnlyList<string> Roles)
{
    /// <summary>The organisations in which this viewer holds one of its roles: not everywhere they belong.</summary>
    public IReadOnlyList<Guid> PlacesOf(Viewer viewer) => [.. viewer.Seats.Where(seat => Roles.Contains(seat.Role)).Select(seat => seat.Organisation).Distinct()];
}
