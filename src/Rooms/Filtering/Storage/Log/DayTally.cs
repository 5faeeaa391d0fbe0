using System.Runtime.InteropServices;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>
/// One person's day by category, action and hour, packed: read and written whole, a few hundred bytes.
/// <code>
///   2 | ( category × 8 + action, less the one before | hours as a mask of 24 bits | requests of each hour in it )…
///   numbers are varints; entries are sorted
/// </code>
/// A row for each hour, category and action would be as many rows as the raw log has where people wander; this is one.
/// Format 1 held the bytes of answers before the hours, always none. Days are kept for more than a year, so it is read still, without them;
/// what is added to such a day packs it anew.
/// </summary>
internal sealed class DayTally
{
    private const byte Format = 2;
    private const byte FormatWithBytes = 1;
    private const int Actions = 8;

    private readonly Dictionary<int, int[]> _entries = [];

    public int Requests { get; private set; }
    public int Refused { get; private set; }

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

    public void Add(int category, int action, int hour, int requests = 1)
    {
        ref var hours = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, category * Actions + action, out _);
        hours ??= new int[24];
        hours[hour] += requests;
        Requests += requests;
        if (IsRefused(action)) Refused += requests;
    }

    public IEnumerable<(int Category, int Action, int Hour, int Requests)> ByHour() => _entries.SelectMany(pair =>
        Enumerable.Range(0, 24).Where(hour => pair.Value[hour] > 0).Select(hour => (pair.Key / Actions, pair.Key % Actions, hour, pair.Value[hour])));

    public IEnumerable<(int Category, int Action, int Requests)> ByCategory() =>
        _entries.Select(pair => (pair.Key / Actions, pair.Key % Actions, pair.Value.Sum()));

    /// <summary>Adds a day that was packed before.</summary>
    public void Add(ReadOnlySpan<byte> packed)
    {
        if (packed is not [Format or FormatWithBytes, ..]) throw new InvalidDataException("A day of the gate's log cannot be read.");
        var at = 1;
        var key = 0;
        while (at < packed.Length)
        {
            key += (int)Read(packed, ref at);
            if (packed[0] == FormatWithBytes) Read(packed, ref at);
            var hours = (uint)Read(packed, ref at);
            var (category, action) = (key / Actions, key % Actions);
            for (var hour = 0; hour < 24; hour++)
            {
                if ((hours >> hour & 1) == 0) continue;
                Add(category, action, hour, (int)Read(packed, ref at));
            }
        }
    }

    public byte[] Pack()
    {
        var packed = new List<byte>(32 + _entries.Count * 12) { Format };
        var before = 0;
        foreach (var (key, hours) in _entries.OrderBy(pair => pair.Key))
        {
            Write(packed, (ulong)(key - before));
            before = key;
            uint mask = 0;
            for (var hour = 0; hour < 24; hour++) mask |= hours[hour] > 0 ? 1u << hour : 0;
            Write(packed, mask);
            foreach (var requests in hours)
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
}
