namespace Lifeguard.Verifier.Report;

internal sealed class Progress(TextWriter error, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly long _started = clock.GetTimestamp();
    private long _said = clock.GetTimestamp();

    // The clock is asked once in 4,096 rows: often enough, and free.
    public bool IsDue(long count) => (count & 4095) == 0 && clock.GetElapsedTime(_said) >= Pause;

    public void Say(string what, long count, long? total)
    {
        var seconds = clock.GetElapsedTime(_started).TotalSeconds;
        var outOf = total > 0 ? $" of {total:N0}" : "";
        Say($"{count:N0}{outOf} {what}, {count / Math.Max(seconds, 0.001):N0} a second");
    }

    public void Say(string sentence)
    {
        _said = clock.GetTimestamp();
        error.WriteLine(sentence);
    }
}
