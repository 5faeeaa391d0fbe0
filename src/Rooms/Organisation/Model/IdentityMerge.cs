using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Model;

/// <summary>Two human beings became one here, with the records that were moved, so that it can be undone.</summary>
internal sealed class IdentityMerge
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid KeptPersonId { get; init; }

    public required Guid OtherPersonId { get; init; }

    public required Guid KeptIdentity { get; init; }

    public required Guid ReplacedIdentity { get; init; }

    /// <summary>The records that had the replaced identity.</summary>
    public required Guid[] Moved { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public Outcome Undo(DateTimeOffset at)
    {
        if (UndoneAt is not null) return Refusals.UndoneAlready;
        UndoneAt = at;
        return Outcome.Done;
    }
}
