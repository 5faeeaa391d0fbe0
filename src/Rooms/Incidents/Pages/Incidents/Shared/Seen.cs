using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>What somebody had before them when they began to write: the version of the record and the moment. Travels in a hidden field.</summary>
internal readonly record struct Seen(uint Version, DateTimeOffset At) : IParsable<Seen>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}-{At.UtcTicks}");

    public static Seen Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var seen) ? seen : throw new FormatException("Not a version and a moment.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Seen result)
    {
        result = default;
        var parts = s?.Split('-') ?? [];
        if (parts.Length != 2
            || !uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;

        result = new Seen(version, new DateTimeOffset(ticks, TimeSpan.Zero));
        return true;
    }
}
