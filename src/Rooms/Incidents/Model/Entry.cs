namespace Lifeguard.Incidents.Model;

/// <summary>A note on a record, kept for searching; its words stand in the journal row it points at, where they cannot be changed unseen.</summary>
internal sealed class Entry
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required Guid ByIdentity { get; init; }

    /// <summary>The entry this one corrects; the original stays.</summary>
    public Guid? CorrectsId { get; init; }

    public required Guid JournalId { get; init; }

    public NpgsqlTypes.NpgsqlTsVector Search { get; private set; } = null!;
}
