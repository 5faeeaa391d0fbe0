using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>Compiled lists: immutable, read in once. Whatever becomes of the file, what was opened stays as it was.</summary>
/// <remarks>Its memory is given back when nobody holds the snapshot any more.</remarks>
public sealed unsafe class FilterSnapshot
{
    private readonly HeldFile? _held;
    private readonly ulong* _slots;
    private readonly ListSet* _sets;
    private readonly long _slotCount;
    private readonly bool _hasTopLevel;

    private FilterSnapshot() { }

    private FilterSnapshot(HeldFile held, in SnapshotHeader header)
    {
        _held = held;
        _sets = (ListSet*)(held.Start + SnapshotHeader.Size);
        _slots = (ulong*)(held.Start + header.SlotsAt);
        _slotCount = header.Slots;
        _hasTopLevel = header.HasTopLevel != 0;
        Entries = header.Entries;
    }

    /// <summary>A snapshot without a single list.</summary>
    public static FilterSnapshot Empty { get; } = new();

    /// <summary>Eight characters that change with the content.</summary>
    public string Version { get; private init; } = "empty";

    /// <summary>Distinct entries, of names and of paths.</summary>
    public long Entries { get; }

    public IReadOnlyList<SnapshotList> Lists { get; private init; } = [];

    /// <summary>Opens a compiled file. A damaged, shortened or foreign file is not opened, and the fault says why.</summary>
    public static FilterSnapshot? Open(string path, out string? fault)
    {
        fault = null;
        try
        {
            var held = HeldFile.Of(path);
            var snapshot = held is null ? null : Read(held, path, out fault);
            if (held is null) fault = $"{path} is too short to be a compiled list.";
            if (snapshot is null) held?.Dispose();
            return snapshot;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            fault = $"{path} could not be read: {failed.Message}";
            return null;
        }
    }

    /// <summary>The version that a file says it has, without a look at the rest of it; null where there is no such file.</summary>
    internal static string? VersionOf(string path)
    {
        Span<byte> start = stackalloc byte[SnapshotHeader.DigestAt + SnapshotHeader.DigestLength];
        try
        {
            using var file = File.OpenHandle(path);
            if (RandomAccess.Read(file, start, 0) < start.Length) return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return MemoryMarshal.Read<ulong>(start) == SnapshotHeader.RightMagic ? Convert.ToHexStringLower(start[SnapshotHeader.DigestAt..][..4]) : null;
    }

    /// <summary>Writes what is open here into another file, whole or not at all, whatever has become of the first. False where there is nothing to write.</summary>
    internal bool Save(string path)
    {
        if (_held is null) return false;
        var beside = path + ".new";
        using (var file = File.OpenHandle(beside, FileMode.Create, FileAccess.Write)) Write(file, _held.Start, _held.Length);
        File.Move(beside, path, overwrite: true);
        GC.KeepAlive(this);
        return true;
    }

    internal static void Write(Microsoft.Win32.SafeHandles.SafeFileHandle file, byte* start, long length)
    {
        for (var at = 0L; at < length; at += 1 << 26) RandomAccess.Write(file, new ReadOnlySpan<byte>(start + at, (int)Math.Min(length - at, 1 << 26)), at);
        RandomAccess.FlushToDisk(file);
    }

    private static FilterSnapshot? Read(HeldFile held, string path, out string? fault)
    {
        var header = *(SnapshotHeader*)held.Start;
        fault = header.Magic != SnapshotHeader.RightMagic ? $"{path} is not a compiled list of this version; compile it again."
            : header.FileLength != held.Length ? $"{path} has {held.Length:N0} bytes where {header.FileLength:N0} were written: it was cut off."
            : !IsWithin(header) ? $"{path} is damaged: its header contradicts itself."
            : null;
        if (fault is not null) return null;

        Span<byte> digest = stackalloc byte[SnapshotHeader.DigestLength];
        Digest(held.Start, held.Length, digest);
        if (!digest.SequenceEqual(new ReadOnlySpan<byte>(held.Start + SnapshotHeader.DigestAt, SnapshotHeader.DigestLength)))
        {
            fault = $"{path} is damaged: its content does not have the sum that was written with it.";
            return null;
        }

        if (!SlotsAreSound(held.Start, header))
        {
            fault = $"{path} is damaged: an entry points at a set that is not there.";
            return null;
        }

        var lists = JsonSerializer.Deserialize(new ReadOnlySpan<byte>(held.Start + header.ListsAt, checked((int)header.ListsLength)), SnapshotJson.Default.SnapshotListArray);
        if (lists is null || lists.Length > ListSet.Most)
        {
            fault = $"{path} is damaged: it does not say which lists it holds.";
            return null;
        }

        return new FilterSnapshot(held, header) { Version = Convert.ToHexStringLower(digest[..4]), Lists = lists };
    }

    private static bool IsWithin(in SnapshotHeader header) =>
        header.Seed == NameHash.Seed && header.Sets is > 0 and <= Slot.MostSets + 1 && header.Slots is > 0 and < 1L << 40 && header.Entries >= 0 && header.Entries < header.Slots
        && header.ListsAt == header.SlotsAt + 8 * header.Slots && header.ListsLength is > 0 and < 1 << 24 && header.ListsAt + header.ListsLength == header.FileLength;

    /// <summary>Each slot names a set that exists, and one at least is free, so that every search ends.</summary>
    private static bool SlotsAreSound(byte* start, in SnapshotHeader header)
    {
        var slots = (ulong*)(start + header.SlotsAt);
        var free = 0L;
        for (var at = 0L; at < header.Slots; at++)
        {
            if (slots[at] == 0) free++;
            else if ((int)(slots[at] & Slot.SetMask) >= header.Sets) return false;
        }

        return free > 0;
    }

    internal static void Digest(byte* start, long length, Span<byte> into)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> none = stackalloc byte[SnapshotHeader.DigestLength];
        none.Clear();
        sum.AppendData(new ReadOnlySpan<byte>(start, SnapshotHeader.DigestAt));
        sum.AppendData(none);
        for (var at = (long)SnapshotHeader.DigestAt + SnapshotHeader.DigestLength; at < length;)
        {
            var piece = (int)Math.Min(length - at, 1 << 26);
            sum.AppendData(new ReadOnlySpan<byte>(start + at, piece));
            at += piece;
        }

        sum.GetHashAndReset(into);
    }

    /// <summary>The lists that know this host or a parent of it, or a path below either. All places are fetched before the first is read.</summary>
    /// <param name="hashes">Of the suffixes, the shortest first (<see cref="NameHash.OfSuffixes"/>).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ListSet Find(ReadOnlySpan<ulong> hashes, ReadOnlySpan<byte> line)
    {
        if (_held is null) return default;
        var first = _hasTopLevel || hashes.Length == 1 ? 0 : 1;
        if (Sse.IsSupported)
        {
            for (var at = first; at < hashes.Length; at++) Sse.Prefetch0(_slots + Slot.Home(hashes[at], _slotCount));
        }

        var all = default(ListSet);
        for (var at = first; at < hashes.Length; at++)
        {
            var found = Probe(hashes[at]);
            if (found == 0) continue;
            all |= _sets[found & Slot.SetMask];
            if ((found & Slot.PathsBelow) != 0) all |= FindPaths(hashes[at], line, out _, null);
        }

        GC.KeepAlive(this);
        return all;
    }

    /// <summary>Which suffix, and how much of the path, put a list of the wanted into the answer: for whoever explains.</summary>
    internal (int Suffix, int Path, int List) Name(ReadOnlySpan<ulong> hashes, ReadOnlySpan<byte> line, ListSet wanted)
    {
        if (_held is null) return (-1, 0, -1);
        for (var at = hashes.Length - 1; at >= 0; at--)
        {
            var found = Probe(hashes[at]);
            if (found == 0) continue;
            var here = _sets[found & Slot.SetMask] & wanted;
            if (!here.IsEmpty) return (at, 0, here.First);
            if ((found & Slot.PathsBelow) == 0) continue;
            here = FindPaths(hashes[at], line, out var length, wanted) & wanted;
            if (!here.IsEmpty) return (at, length, here.First);
        }

        GC.KeepAlive(this);
        return (-1, 0, -1);
    }

    /// <param name="wanted">Stops at the first path that holds one of these; null to gather all.</param>
    private ListSet FindPaths(ulong host, ReadOnlySpan<byte> line, out int length, ListSet? wanted)
    {
        length = 0;
        var all = default(ListSet);
        var hash = NameHash.PathStart(host);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at > 0 && (at == line.Length || NameHash.EndsSegment(line[at])))
            {
                var found = Probe(NameHash.Finish(hash));
                if (found != 0)
                {
                    all |= _sets[found & Slot.SetMask];
                    length = at;
                    if (wanted is { } some && all.Meets(some)) return all;
                }
            }

            if (at < line.Length) hash = NameHash.Step(hash, line[at]);
        }

        return all;
    }

    /// <returns>The low sixteen bits of the entry's slot; 0 where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Probe(ulong hash)
    {
        var at = Slot.Home(hash, _slotCount);
        var fingerprint = Slot.Fingerprint(hash);
        while (true)
        {
            var slot = _slots[at];
            if (slot == 0) return 0;
            if ((slot & ~0xffffUL) == fingerprint) return (int)(slot & 0xffff);
            if (++at == _slotCount) at = 0;
        }
    }
}
