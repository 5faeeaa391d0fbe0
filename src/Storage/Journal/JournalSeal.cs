namespace Lifeguard.Storage.Journal;

/// <summary>A journal row's place in the chain. Written by the one elected sealer, up to a second after the commit.</summary>
public sealed class JournalSeal
{
    public long Position { get; init; }

    public Guid JournalId { get; init; }

    public byte[] Commitment { get; init; } = [];

    public byte[] Chain { get; init; } = [];

    public DateTimeOffset SealedAt { get; init; }
}
