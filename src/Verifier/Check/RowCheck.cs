namespace Lifeguard.Verifier.Check;

internal sealed class RowCheck(Hashes hashes, Action<Fault> report)
{
    public long PayloadsWhole { get; private set; }
    public long PayloadsErased { get; private set; }

    public void Check(JournalRow row, long? position)
    {
        CheckCommitment(row, position);
        CheckPayload(row, position);
    }

    private void CheckCommitment(JournalRow row, long? position)
    {
        if (row.MissingFields() is { Length: > 0 } missing)
        {
            report(new(FaultKind.FieldMissing, position, row.Id, $"A field that must be filled is empty: {missing}."));
            return;
        }

        Span<byte> expected = stackalloc byte[Hashes.Length];
        hashes.Commitment(row, expected);
        if (!expected.SequenceEqual(row.Commitment))
            report(new(FaultKind.CommitmentDiffers, position, row.Id,
                "The row is not what was committed to: its organisation, record, act, person, time or payload commitment was changed, or its commitment was."));
    }

    private void CheckPayload(JournalRow row, long? position)
    {
        if (row.Salt is null && row.Payload is null)
        {
            PayloadsErased++;
            return;
        }

        if (row.Salt is null || row.Payload is null)
        {
            report(new(FaultKind.PayloadHalfErased, position, row.Id,
                row.Salt is null ? "The salt is gone but the payload is still there." : "The payload is gone but its salt is still there, so a guess of the content could be confirmed."));
            return;
        }

        // Without this, bytes could move between salt and payload without changing the hash.
        if (row.Salt.Length != Hashes.SaltLength)
        {
            report(new(FaultKind.PayloadDiffers, position, row.Id, $"The salt has {row.Salt.Length} bytes instead of {Hashes.SaltLength}."));
            return;
        }

        Span<byte> expected = stackalloc byte[Hashes.Length];
        hashes.PayloadCommitment(row.Salt, row.Payload, expected);
        if (expected.SequenceEqual(row.PayloadCommitment)) PayloadsWhole++;
        else report(new(FaultKind.PayloadDiffers, position, row.Id, "The payload (or its salt) is not the one committed to."));
    }
}
