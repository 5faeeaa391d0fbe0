using Lifeguard.DataProtection.Contracts;
using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>A record must not be erased, whatever its period says, until somebody lifts this again.</summary>
internal sealed class Hold
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    public required HoldKind Kind { get; init; }

    public required string Reason { get; init; }

    public required string PlacedByName { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftedByName { get; private set; }

    public uint Version { get; private set; }

    public RecordRef Record => new(RecordKind, RecordId);

    public static Hold Place(RecordRef record, HoldKind kind, string reason, Deed deed) => new()
    {
        Id = Guid.CreateVersion7(deed.At),
        Org = deed.Organisation,
        RecordKind = record.Kind,
        RecordId = record.Id,
        Kind = kind,
        Reason = reason,
        PlacedByName = deed.ByName,
        PlacedAt = deed.At,
    };

    public Outcome Lift(Deed deed)
    {
        if (LiftedAt is not null) return Refusals.LiftedAlready;
        (LiftedAt, LiftedByName) = (deed.At, deed.ByName);
        return Outcome.Done;
    }
}
