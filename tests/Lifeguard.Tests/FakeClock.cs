using System.Globalization;

namespace Lifeguard.Tests;

/// <summary>A clock that stands still until a test moves it, also backwards.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;
    private long _ticks;

    /// <summary>Friday 20 November 2026, 15:40: the minute that everything is built for.</summary>
    public static FakeClock FridayAfternoon() => At("2026-11-20T15:40+00:00");

    public static FakeClock At(string instant) => new(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public override long GetTimestamp() => _ticks;

    /// <summary>Time passes.</summary>
    public void Pass(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        _now += time;
        _ticks += time.Ticks;
    }

    public void PassMinutes(int minutes) => Pass(TimeSpan.FromMinutes(minutes));

    /// <summary>Somebody sets the clock: the time of day jumps, no time passes.</summary>
    public void JumpTo(DateTimeOffset to) => _now = to;
}
