namespace Lifeguard.Verifier.Check;

// Follows two lines after a break: the values as stored, and the values as they should have been. A single altered chain
// value breaks one link and the next link fits the second line again, so one deed gives one fault and not a cascade.
internal sealed class ChainLine(Hashes hashes, Action<Fault> report)
{
    private readonly byte[] _computed = new byte[Hashes.Length];
    private byte[] _stored = new byte[Hashes.Length];
    private bool _parted;

    public long LastPosition { get; private set; }

    // False when the position was here before: such a seal is outside the chain.
    public bool Next(Seal seal)
    {
        if (seal.Position <= LastPosition)
        {
            report(new(FaultKind.PositionRepeated, seal.Position, seal.JournalId, seal.Position < 1
                ? "Positions start at 1."
                : "The position is there more than once: a seal was doubled, or the journal row it names."));
            return false;
        }

        if (seal.Position - LastPosition > 1) StartAfterGap(seal);
        else Follow(seal);
        LastPosition = seal.Position;
        return true;
    }

    private void StartAfterGap(Seal seal)
    {
        var first = LastPosition + 1;
        report(new(FaultKind.PositionMissing, first, null, seal.Position - first == 1
            ? $"The seal at position {first} is gone."
            : $"The seals at positions {first} to {seal.Position - 1} are gone."));
        _stored = Whole(seal.Chain);
        _parted = false;
    }

    private void Follow(Seal seal)
    {
        Span<byte> expected = stackalloc byte[Hashes.Length];
        hashes.Chain(_stored, seal.Position, seal.Commitment, expected);
        var fits = expected.SequenceEqual(seal.Chain);

        if (_parted)
        {
            hashes.Chain(_computed, seal.Position, seal.Commitment, _computed);
            _parted = !fits && !_computed.AsSpan().SequenceEqual(seal.Chain);
            fits |= !_parted;
        }
        else if (!fits)
        {
            expected.CopyTo(_computed);
            _parted = true;
        }

        if (!fits)
            report(new(FaultKind.ChainDiffers, seal.Position, seal.JournalId,
                "The chain does not lead here from the position before: a seal was altered, put in, taken out or moved."));
        _stored = Whole(seal.Chain);
    }

    private static byte[] Whole(byte[]? chain) => chain is { Length: Hashes.Length } ? chain : new byte[Hashes.Length];
}
