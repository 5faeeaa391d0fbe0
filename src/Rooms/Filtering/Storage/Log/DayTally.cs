using System.Runtime.InteropServices;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>
/// One person's day by category, action and hour, packed: read and written whole, a few hundred bytes.
/// <code>
///   1 | ( category × 8 + action, less the one before | bytes | hours as a mask of 24 bits | requests of each hour in it )…
///   numbers are varints; entries are sorted
/// </code>
/// A row for each hour, category and action would be as many rows as the raw log has where people wander; this is one.
/// </summary>
internal sealed class DayTally
{
    private const byte Format = 1;
    private const int Actions = 8;

    private readonly Dictionary<int, Entry> _entries = [];

    public int Requests { get; private set; }
    public int Refused { get; private set; }
    public long Bytes { get; private set; }

    /// <summary>As the gateway names them; the last one stands for any other.</summary>
    public static IReadOnlyList<string> ActionNames { get; } = ["allow", "block", "refuse", "rewrite", "other"];

    public static int ActionOf(string name)
    {
        for (var at = 0; at < ActionNames.Count; at++)
        {
            if (string.Equals(ActionNames[at], name, StringComparison.OrdinalIgnoreCase)) return at;
        }

        return ActionNames.Count - 1;
    }

    public static bool IsRefused(int action) => action is 1 or 2;

    public void Add(int category, int action, int hour, long bytes, int requests = 1)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, category * Actions + action, out _);
        entry ??= new Entry();
        entry.Bytes += bytes;
        entry.Hours[hour] += requests;
        Requests += requests;
        Bytes += bytes;
        if (IsRefused(action)) Refused += requests;
    }

    public IEnumerable<(int Category, int Action, int Hour, int Requests)> ByHour() => _entries.SelectMany(pair =>
        Enumerable.Range(0, 24).Where(hour => pair.Value.Hours[hour] > 0).Select(hour => (pair.Key / Actions, pair.Key % Actions, hour, pair.Value.Hours[hour])));

    public IEnumerable<(int Category, int Action, int Requests, long Bytes)> ByCategory() =>
        _entries.Select(pair => (pair.Key / Actions, pair.Key % Actions, pair.Value.Hours.Sum(), pair.Value.Bytes));

    /// <summary>Adds a day that was packed before.</summary>
    public void Add(ReadOnlySpan<byte> packed)
    {
        if (packed.Length == 0 || packed[0] != Format) throw new InvalidDataException("A day of the gate's log cannot be read.");
        var at = 1;
        var key = 0;
        while (at < packed.Length)
        {
            key += (int)Read(packed, ref at);
            var bytes = (long)Read(packed, ref at);
            var hours = (uint)Read(packed, ref at);
            var (category, action) = (key / Actions, key % Actions);
            for (var hour = 0; hour < 24; hour++)
            {
                if ((hours >> hour & 1) == 0) continue;
                Add(category, action, hour, bytes, (int)Read(packed, ref at));
                bytes = 0;
            }
        }
    }

    public byte[] Pack()
    {
        var packed = new List<byte>(32 + _entries.Count * 12) { Format };
        var before = 0;
        foreach (var (key, entry) in _entries.OrderBy(pair => pair.Key))
        {
            Write(packed, (ulong)(key - before));
            before = key;
            Write(packed, (ulong)entry.Bytes);
            uint hours = 0;
            for (var hour = 0; hour < 24; hour++) hours |= entry.Hours[hour] > 0 ? 1u << hour : 0;
            Write(packed, hours);
            foreach (var requests in entry.Hours)
            {
                if (requests > 0) Write(packed, (ulong)requests);
            }
        }

        return [.. packed];
    }

    private static void Write(List<byte> into, ulong value)
    {
        while (value >= 0x80)
        {
            into.Add((byte)(value | 0x80));
            value >>= 7;
        }

        into.Add((byte)value);
    }

    private static ulong Read(ReadOnlySpan<byte> from, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = from[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    private sealed class Entry
    {
        public long Bytes;
        public int[] Hours { get; } = new int[24];
    }
}
