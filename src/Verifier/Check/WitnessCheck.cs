namespace Lifeguard.Verifier.Check;

internal sealed class WitnessCheck
{
    private static readonly byte[] Beginning = new byte[Hashes.Length];

    private readonly Action<Fault> _report;
    private readonly IReadOnlyList<WitnessMark> _marks;
    private int _next;

    public WitnessCheck(Witness? witness, Action<Fault> report)
    {
        _report = report;
        _marks = witness?.Marks ?? [];
        IsGiven = witness is not null;
        foreach (var fault in witness?.Malformed ?? []) report(fault);
        while (_next < _marks.Count && _marks[_next].Position == 0) Compare(_marks[_next++], Beginning, null);
    }

    public bool IsGiven { get; }
    public int Marks => _marks.Count;
    public int MarksThatAgree { get; private set; }
    public WitnessMark? LastThatAgrees { get; private set; }

    public void Next(Seal seal)
    {
        while (_next < _marks.Count && _marks[_next].Position < seal.Position) ReportMissing(_marks[_next++]);
        while (_next < _marks.Count && _marks[_next].Position == seal.Position) Compare(_marks[_next++], seal.Chain, seal.JournalId);
    }

    public void Finish(long lastPosition)
    {
        for (; _next < _marks.Count; _next++)
        {
            var mark = _marks[_next];
            _report(new(FaultKind.WitnessBeyondEnd, mark.Position, null,
                $"The witness saw position {mark.Position} at {Seen(mark)}, but the chain ends at {lastPosition}: its tail was cut off, or an older copy was put back."));
        }
    }

    private void Compare(WitnessMark mark, byte[]? chain, Guid? journalId)
    {
        if (mark.Chain.AsSpan().SequenceEqual(chain))
        {
            MarksThatAgree++;
            LastThatAgrees = mark;
            return;
        }

        var since = LastThatAgrees is null ? "Nothing before it agrees with the witness" : $"The witness agrees up to position {LastThatAgrees.Position}";
        _report(new(FaultKind.WitnessDiffers, mark.Position, journalId,
            $"The chain is not the one the witness saw at {Seen(mark)} (line {mark.Line}): history was rewritten here or before. {since}."));
    }

    private void ReportMissing(WitnessMark mark) =>
        _report(new(FaultKind.WitnessDiffers, mark.Position, null, $"The witness saw this position at {Seen(mark)} (line {mark.Line}), but it is not in the chain any more."));

    private static string Seen(WitnessMark mark) => Instant.Text(Instant.ToMicroseconds(mark.At));
}
