using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>Something to do about an incident, by somebody, by a day.</summary>
internal sealed class ActionItem
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required string What { get; init; }

    public required Guid Owner { get; init; }

    public required string OwnerName { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? Result { get; private set; }

    public Outcome Finish(string result, DateTimeOffset at)
    {
        if (DoneAt is not null) return Refusals.AlreadyDone;
        DoneAt = at;
        Result = result;
        return Outcome.Done;
    }
}
