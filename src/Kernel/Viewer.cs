namespace Lifeguard.Kernel;

/// <summary>
/// The human being who is looking, with every seat they hold today. Made afresh for each request,
/// so that a right withdrawn bites at the next click.
/// </summary>
public sealed class Viewer
{
    public required Guid AccountId { get; init; }

    /// <summary>The human being. Several person rows (staff here, parent there) share one.</summary>
    public required Guid IdentityId { get; init; }

    public required string Name { get; init; }

    /// <summary>Where this person belongs and what they hold there.</summary>
    public required IReadOnlyList<Seat> Seats { get; init; }

    /// <summary>Every organisation whose rows this person's queries may touch (the second wall).</summary>
    public required IReadOnlyList<Guid> Organisations { get; init; }

    /// <summary>For a seat above schools (a trust's, an authority's): the organisations below it, by the seat's organisation.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Below { get; init; }

    /// <summary>Permission keys, from the roles held.</summary>
    public required IReadOnlySet<string> Permissions { get; init; }

    /// <summary>The organisation this person acts for first: their school, or the trust or partnership.</summary>
    public required Guid Home { get; init; }

    /// <summary>The organisations below this one that this viewer's seat there reaches.</summary>
    public IReadOnlyList<Guid> ReachOf(Guid organisation) => Below.TryGetValue(organisation, out var below) ? below : [];

    public bool May(string permission) => Permissions.Contains(permission);

    public Deed Deed(Guid organisation, DateTimeOffset at, string? why = null) => new(organisation, IdentityId, Name, at, why);
}

/// <summary>A role held in an organisation through one person row. The role is the name of the Organisation room's role.</summary>
public readonly record struct Seat(Guid Organisation, Guid PersonId, string Role);
