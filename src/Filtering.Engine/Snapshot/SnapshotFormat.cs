using System.Runtime.InteropServices;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>
/// The file:
/// <code>
/// 0      header (below), 4,096 bytes with what is left zero
/// 4096   sets    32 bytes each: which lists; set 0 is empty
/// …      slots   8 bytes each, from a border of 4,096
/// …      lists   JSON: name, source, day, counts
///
/// a slot  63            16 15    14           0
///         [ fingerprint  ] [paths] [ set of lists ]      all zero: free
/// </code>
/// An entry lies at its home (the high bits of its hash times the number of slots) or behind it. The fingerprint is the low 48 bits of the
/// hash, so a wrong name is taken for an entry about once in 10^14 look-ups. "paths" says that below this host single paths are listed.
/// Cost: 8 bytes at a load of 0.6, so 13.4 an entry; a look-up reads one line of memory for each label.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct SnapshotHeader
{
    public const int Size = 4096;
    public const ulong RightMagic = 0x3153_5453_494c_474c; // "LGLISTS1"
    public const int DigestAt = 64;
    public const int DigestLength = 32;

    public ulong Magic;
    public int Sets;
    public int HasTopLevel;
    public long Slots;
    public long Entries;
    public ulong Seed;
    public long ListsAt;
    public long ListsLength;
    public long FileLength;
    // 64: SHA-256 of the whole file with these 32 bytes zero.

    public readonly long SlotsAt => Round(Size + 32L * Sets);

    public static long Round(long value) => (value + 4095) / 4096 * 4096;
}

internal static class Slot
{
    public const ushort PathsBelow = 0x8000;
    public const int SetMask = 0x7fff;
    public const int MostSets = 0x7fff;

    public static ulong Fingerprint(ulong hash) => hash << 16;
    public static long Home(ulong hash, long slots) => (long)Math.BigMul(hash, (ulong)slots, out _);
}
