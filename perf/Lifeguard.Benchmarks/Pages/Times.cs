using System.Collections.Concurrent;
using System.Globalization;

namespace Lifeguard.Benchmarks.Pages;

/// <summary>Times of one kind of page.</summary>
internal sealed class Times
{
    private readonly ConcurrentBag<double> _milliseconds = [];

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    public int Count => _milliseconds.Count;

    public double At(double part)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }

    public string Line(string name, double? bound) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-28} {Count,8:N0} {At(0.5),9:N1} {At(0.95),9:N1} {At(0.99),9:N1} {(bound is { } most ? $"{most,9:N0} {(At(0.99) <= most ? "met" : "MISSED")}" : "")}");
}
