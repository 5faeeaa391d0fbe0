namespace Lifeguard.DataProtection.Model;

/// <summary>What is left of a record that was erased: of which class, when, by whom and by which rule. Nothing of what it said.</summary>
internal sealed class Tombstone
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required string Class { get; init; }

    public required string RecordKind { get; init; }

    /// <summary>The key under which the journal still shows that something was done.</summary>
    public required Guid RecordId { get; init; }

    public required string Rule { get; init; }

    public required Guid ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    public required Guid ConfirmedBy { get; init; }

    public required string ConfirmedByName { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Whom the record was kept from to its end. They do not learn now that there was one.</summary>
    public required List<Guid> KeptFrom { get; init; }
}
