using System.Globalization;

namespace Lifeguard.Verifier.Check;

internal static class Instant
{
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static string Text(long? microseconds) =>
        microseconds is not { } value ? "no instant"
        : Within(value)?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "an instant out of range";

    private static DateTime? Within(long microseconds)
    {
        var ticks = (Int128)DateTime.UnixEpoch.Ticks + (Int128)microseconds * TimeSpan.TicksPerMicrosecond;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks, DateTimeKind.Utc) : null;
    }
}
