namespace Lifeguard.Verifier.Check;

// Rows that no seal names yet. Their fields are checked too, but only a seal and a witness make them evidence.
internal sealed class UnsealedTail(TimeSpan limit, DateTimeOffset now, Action<Fault> report)
{
    private readonly RowCheck _rows = new(new Hashes(), report);
    private JournalRow? _oldest;

    public long Count { get; private set; }
    public long? Oldest => _oldest?.AtMicroseconds;
    public long? Newest { get; private set; }

    public void Next(JournalRow row)
    {
        Count++;
        _rows.Check(row, null);
        if (row.AtMicroseconds is not { } at) return;

        if (_oldest is null || at < _oldest.AtMicroseconds) _oldest = row;
        if (Newest is null || at > Newest) Newest = at;
    }

    public void Finish()
    {
        if (_oldest is null || _oldest.AtMicroseconds >= Instant.ToMicroseconds(now - limit)) return;

        report(new(FaultKind.TailTooOld, null, _oldest.Id,
            $"{Count:N0} rows have no seal and the oldest is from {Instant.Text(Oldest)}, more than {limit.TotalMinutes:0} minutes ago: the sealer stands still, or seals were taken away."));
    }
}
