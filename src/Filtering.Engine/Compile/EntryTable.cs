using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>The table while it is being made: full hashes, room to grow. It becomes the slots of the file.</summary>
internal sealed class EntryTable
{
    internal struct Entry
    {
        public ulong Hash;

        /// <summary>Which lists: a number that <see cref="ListCompiler"/> gave; 0 for none (any more).</summary>
        public ushort Set;

        /// <summary>0 while free.</summary>
        public Mark Marks;
    }

    [Flags]
    internal enum Mark : byte
    {
        Used = 1,
        PathsBelow = 2,
        IsPath = 4,
    }

    private Entry[] _entries;
    private int _mask;

    public EntryTable(long expected)
    {
        var size = 1 << 16;
        while (size < expected * 3 / 2 && size < 1 << 29) size <<= 1;
        _entries = new Entry[size];
        _mask = size - 1;
    }

    public int Count { get; private set; }
    public ReadOnlySpan<Entry> All => _entries;

    /// <summary>The entry for this hash, made where there was none.</summary>
    public ref Entry Of(ulong hash)
    {
        if (Count > _entries.Length / 4 * 3) Grow();
        ref var entry = ref Place(_entries, _mask, hash);
        if (entry.Marks != 0) return ref entry;
        entry.Hash = hash;
        entry.Marks = Mark.Used;
        Count++;
        return ref entry;
    }

    /// <summary>The entry for this hash; a free one where there is none.</summary>
    public ref Entry Find(ulong hash) => ref Place(_entries, _mask, hash);

    private static ref Entry Place(Entry[] entries, int mask, ulong hash)
    {
        var at = (int)(hash >> 20) & mask;
        while (entries[at].Marks != 0 && entries[at].Hash != hash) at = at + 1 & mask;
        return ref entries[at];
    }

    private void Grow()
    {
        var larger = new Entry[_entries.Length * 2];
        var mask = larger.Length - 1;
        foreach (var entry in _entries)
        {
            if (entry.Marks != 0) Place(larger, mask, entry.Hash) = entry;
        }

        _entries = larger;
        _mask = mask;
    }
}
