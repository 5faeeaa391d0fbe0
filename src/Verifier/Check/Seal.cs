namespace Lifeguard.Verifier.Check;

internal sealed record Seal
{
    public required long Position { get; init; }
    public required Guid? JournalId { get; init; }
    public required byte[]? Commitment { get; init; }
    public required byte[]? Chain { get; init; }
    public required long? SealedAtMicroseconds { get; init; }
}
