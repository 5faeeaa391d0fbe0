namespace Lifeguard.Storage.Journal;

/// <summary>One change or reading, as committed. Never updated; erasing removes salt and payload and leaves the commitments.</summary>
public sealed class JournalRow
{
    public Guid Id { get; init; }

    public Guid Org { get; init; }

    public string RecordKind { get; init; } = "";

    public Guid RecordId { get; init; }

    public string Act { get; init; } = "";

    public Guid? ByIdentity { get; init; }

    public DateTimeOffset At { get; init; }

    public byte[]? Salt { get; init; }

    public string? Payload { get; init; }

    public byte[] PayloadCommitment { get; init; } = [];

    public byte[] Commitment { get; init; } = [];

    /// <summary>The records that a list named, again, where an index finds them. The payload says the same and is what is committed to.</summary>
    public Guid[]? Shown { get; init; }
}
