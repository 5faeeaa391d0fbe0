namespace Lifeguard.Incidents.Model;

/// <summary>Two records that belong together; shown to somebody only when they may know of both.</summary>
internal sealed class IncidentLink
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>An allegation and the child's welfare beside it. Read from the allegation's side alone.</summary>
internal sealed class WelfareBeside
{
    public required Guid AllegationId { get; init; }

    public required Guid Org { get; init; }

    public required Guid WelfareId { get; init; }
}

/// <summary>A handler says that they are too close to the matter.</summary>
internal sealed class DeclaredConflict
{
    public required Guid IncidentId { get; init; }

    public required Guid Org { get; init; }

    public required Guid IdentityId { get; init; }

    public required DateTimeOffset At { get; init; }
}
