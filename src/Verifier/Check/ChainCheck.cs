namespace Lifeguard.Verifier.Check;

// The pure core. Feed it seals in order of position, each with its journal row (or null), then the seals again in order
// of journal id, then the rows without a seal in order of time, and finish each part. It does no I/O and keeps only the
// chain's last value and the witness, so memory does not grow with the journal.
internal sealed class ChainCheck
{
    private readonly Action<Fault> _report;
    private readonly Hashes _hashes = new();
    private readonly RowCheck _rows;
    private readonly ChainLine _line;
    private readonly WitnessCheck _witness;

    public ChainCheck(Witness? witness, Action<Fault> report)
    {
        _report = report;
        _rows = new RowCheck(_hashes, report);
        _line = new ChainLine(_hashes, report);
        _witness = new WitnessCheck(witness, report);
    }

    public long Seals { get; private set; }
    public long LastPosition => _line.LastPosition;
    public long PayloadsWhole => _rows.PayloadsWhole;
    public long PayloadsErased => _rows.PayloadsErased;
    public WitnessCheck Witness => _witness;
    public SealedLate SealedLate { get; } = new();

    public void Next(Seal seal, JournalRow? row)
    {
        Seals++;
        if (row is null || row.Id != seal.JournalId)
            _report(new(FaultKind.RowMissing, seal.Position, seal.JournalId, "The journal row of this seal is gone."));
        else
            CheckRow(seal, row);

        if (_line.Next(seal)) _witness.Next(seal);
    }

    public void FinishSeals() => _witness.Finish(LastPosition);

    private void CheckRow(Seal seal, JournalRow row)
    {
        _rows.Check(row, seal.Position);
        SealedLate.Next(seal, row);
        if (!seal.Commitment.AsSpan().SequenceEqual(row.Commitment))
            _report(new(FaultKind.SealDiffersFromRow, seal.Position, row.Id, "The commitment copied into the seal is not the row's commitment."));
    }
}
