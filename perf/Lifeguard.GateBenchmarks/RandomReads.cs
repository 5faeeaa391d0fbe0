using System.Diagnostics;

namespace Lifeguard.GateBenchmarks;

/// <summary>Reads of memory where each address comes from the value before: the physical floor of any look-up that misses the caches.</summary>
internal sealed class RandomReads
{
    private const int Words = 128 * 1024 * 1024 / 8;

    private readonly ulong[] _table = new ulong[Words];

    public RandomReads()
    {
        var z = 88172645463325252UL;
        for (var at = 0; at < _table.Length; at++)
        {
            z ^= z << 13;
            z ^= z >> 7;
            z ^= z << 17;
            _table[at] = z;
        }
    }

    /// <summary>Dependent reads a second over 128 MiB.</summary>
    public double Rate()
    {
        const int Reads = 3_000_000;
        var value = 1UL;
        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < Reads; at++) value = _table[(int)((((value ^ (ulong)at) * 0x9E3779B97F4A7C15UL) >> 20) & (Words - 1))];
        var rate = Reads / Stopwatch.GetElapsedTime(started).TotalSeconds;
        return value == 42 ? rate + 1 : rate;
    }
}
