using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>What an export would change, before anything has. It names people, so it is shown to who may import and never mailed.</summary>
internal sealed record RosterPlan
{
    public required RosterReport Report { get; init; }

    public IReadOnlyList<PlannedPerson> Leaving { get; init; } = [];

    public IReadOnlyList<PlannedPerson> Returning { get; init; } = [];

    public IReadOnlyList<PlannedPerson> Changed { get; init; } = [];

    public IReadOnlyList<PlannedPerson> New { get; init; } = [];

    public IReadOnlyList<PlannedTwin> Twins { get; init; } = [];

    /// <summary>Details of the school itself.</summary>
    public IReadOnlyList<PlannedChange> School { get; init; } = [];

    /// <summary>Whom the file names as head, where that is not who holds the role here.</summary>
    public string? Head { get; init; }
}

/// <param name="About">Year and class, or roles that end.</param>
internal sealed record PlannedPerson(string Name, PersonKind Kind, string Place, string? About, IReadOnlyList<PlannedChange> Changes);

internal sealed record PlannedChange(string What, string? From, string? To);

/// <param name="Because">What the two have in common.</param>
internal sealed record PlannedTwin(string Name, string Place, string Other, string OtherPlace, string Because);
