namespace Lifeguard.Web.Preparing;

/// <summary>The time in which the demonstration's year is told: it goes from act to act, as fast as the acts are written.</summary>
internal sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <summary>Never back: what is told later happened later.</summary>
    public void GoTo(DateTimeOffset at)
    {
        if (at > _now) _now = at;
    }
}
