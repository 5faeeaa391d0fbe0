namespace Lifeguard.Verifier.Check;

// Feed it seals in order of journal id, then position. Seals whose journal id occurs once may be left out.
internal sealed class SealedOnceCheck(Action<Fault> report)
{
    private Guid? _journalId;
    private long _position;

    public void Next(Guid? journalId, long position)
    {
        if (journalId is not null && journalId == _journalId)
            report(new(FaultKind.SealedTwice, position, journalId, $"The journal row was sealed before, at position {_position}."));
        _journalId = journalId;
        _position = position;
    }
}
