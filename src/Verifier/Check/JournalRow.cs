namespace Lifeguard.Verifier.Check;

// Text is kept as its UTF-8 bytes, and every field may be missing: whoever can drop a constraint can store anything.
internal sealed record JournalRow
{
    public required Guid Id { get; init; }
    public required Guid? Org { get; init; }
    public required byte[]? RecordKind { get; init; }
    public required Guid? RecordId { get; init; }
    public required byte[]? Act { get; init; }
    public required Guid? ByIdentity { get; init; }
    public required long? AtMicroseconds { get; init; }
    public required byte[]? Salt { get; init; }
    public required byte[]? Payload { get; init; }
    public required byte[]? PayloadCommitment { get; init; }
    public required byte[]? Commitment { get; init; }

    public string MissingFields() => string.Join(", ", Missing());

    private IEnumerable<string> Missing()
    {
        if (Org is null) yield return "org";
        if (RecordKind is null) yield return "record_kind";
        if (RecordId is null) yield return "record_id";
        if (Act is null) yield return "act";
        if (AtMicroseconds is null) yield return "at";
        if (PayloadCommitment is null) yield return "payload_commitment";
        if (Commitment is null) yield return "commitment";
    }
}
