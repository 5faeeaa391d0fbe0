namespace Lifeguard.Verifier.Check;

// Not a fault: an outage of the sealer does it too. But a row put in by hand with an old date shows here.
internal sealed class SealedLate
{
    private static readonly long Limit = (long)TimeSpan.FromMinutes(10).TotalMicroseconds;

    public long Count { get; private set; }
    public long? FirstPosition { get; private set; }

    public void Next(Seal seal, JournalRow row)
    {
        if (seal.SealedAtMicroseconds is not { } sealedAt || row.AtMicroseconds is not { } at) return;
        if ((Int128)sealedAt - at <= Limit) return;

        Count++;
        FirstPosition ??= seal.Position;
    }
}
