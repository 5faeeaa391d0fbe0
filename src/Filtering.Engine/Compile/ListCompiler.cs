using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>
/// Makes a snapshot of lists. Two passes over the lines: the first gathers what each entry is listed in, the second leaves out what the
/// parents of an entry say already. Then the table is laid down as it will be read.
/// </summary>
/// <remarks>Not for several threads.</remarks>
public sealed class ListCompiler
{
    private const int RejectedKept = 20;
    private const double Load = 0.6;

    private readonly List<ListFile> _files = [];
    private readonly List<Counts> _lists = [];
    private readonly ListSet[] _sets = new ListSet[Slot.MostSets + 1];
    private int _setCount = 1;
    private readonly Dictionary<ListSet, ushort> _setNumbers = new() { [default] = 0 };
    private readonly Dictionary<int, ushort> _steps = [];
    private readonly List<RejectedLine> _rejected = [];
    private bool _hasTopLevel;

    /// <summary>The first lines of each file that became no entry; how many there were stands in the list's counts.</summary>
    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    public void Add(ListFile file) => _files.Add(file);

    /// <summary>Compiles what was added and writes it: beside the file first, then in its place.</summary>
    /// <returns>What became of each list.</returns>
    /// <exception cref="InvalidDataException">More lists, or more combinations of lists, than a snapshot holds.</exception>
    public IReadOnlyList<SnapshotList> Write(string path, IProgress<CompileProgress>? progress = null)
    {
        var table = Gather(progress);
        LeaveOut(table, progress);
        progress?.Report(new CompileProgress("Writing", table.Count));
        var lists = _lists.ConvertAll(list => list.Said());
        WriteFile(path, table, lists);
        return lists;
    }

    private EntryTable Gather(IProgress<CompileProgress>? progress)
    {
        var table = new EntryTable(_files.Sum(file => (long)file.Content.Length) / 20);
        var lines = 0L;
        foreach (var file in _files)
        {
            progress?.Report(new CompileProgress($"Reading {file.List}", lines));
            var list = ListOf(file);
            var reader = new EntryReader(file.Content.Span);
            var rejected = 0;
            while (reader.Next())
            {
                if (reader.Because is { } because)
                {
                    list.Rejected++;
                    if (rejected++ < RejectedKept) _rejected.Add(new RejectedLine(file.Source, reader.Line, because));
                    continue;
                }

                ref var entry = ref table.Of(reader.Hash);
                var set = Step(entry.Set, list.Index);
                if (set == entry.Set) list.Duplicates++;
                else list.Distinct++;
                entry.Set = set;
                if (reader.IsPath)
                {
                    entry.Marks |= EntryTable.Mark.IsPath;
                    table.Of(reader.Hashes[^1]).Marks |= EntryTable.Mark.PathsBelow;
                }

                _hasTopLevel |= reader.Hashes.Length == 1;
            }

            lines += reader.Line;
        }

        return table;
    }

    /// <summary>Takes from each entry what its parents say already. The table no longer grows, so the files are looked through side by side.</summary>
    private void LeaveOut(EntryTable table, IProgress<CompileProgress>? progress)
    {
        progress?.Report(new CompileProgress("Leaving out what parents say", table.Count));
        Parallel.ForEach(_files, file =>
        {
            var reader = new EntryReader(file.Content.Span);
            while (reader.Next())
            {
                if (reader.Because is not null) continue;
                var hashes = reader.IsPath ? reader.Hashes : reader.Hashes[..^1];
                var parents = default(ListSet);
                foreach (var hash in hashes)
                {
                    ref var parent = ref table.Find(hash);
                    if (parent.Marks != 0) parents |= SetAt(parent.Set);
                }

                if (parents.IsEmpty) continue;
                ref var entry = ref table.Find(reader.Hash);
                var own = SetAt(entry.Set);

                // Whoever comes second to an entry finds the same again: what a parent has lost to its own parents is with those.
                if (own.Meets(parents)) entry.Set = NumberOf(own.Without(parents));
            }
        });

        foreach (var entry in table.All)
        {
            if (entry.Set == 0) continue;
            var set = _sets[entry.Set];
            while (set.First is var list and >= 0)
            {
                if ((entry.Marks & EntryTable.Mark.IsPath) != 0) _lists[list].Paths++;
                else _lists[list].Domains++;
                set = set.Without(ListSet.Of(list));
            }
        }
    }

    private ListSet SetAt(ushort number) => _sets[number];

    private Counts ListOf(ListFile file)
    {
        if (_lists.Find(one => one.Name == file.List) is { } known)
        {
            if (file.AsOf > known.AsOf) known.AsOf = file.AsOf;
            return known;
        }

        if (_lists.Count == ListSet.Most) throw new InvalidDataException($"There are more than {ListSet.Most} lists. Give several of them one name.");
        var list = new Counts(file.List, _lists.Count) { Source = file.Source, AsOf = file.AsOf };
        _lists.Add(list);
        return list;
    }

    /// <summary>The set that this one becomes when the list is added.</summary>
    private ushort Step(ushort set, int list)
    {
        ref var step = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, set << 8 | list, out var known);
        if (!known) step = NumberOf(_sets[set] | ListSet.Of(list));
        return step;
    }

    private ushort NumberOf(ListSet set)
    {
        lock (_setNumbers)
        {
            if (_setNumbers.TryGetValue(set, out var number)) return number;
            if (_setCount > Slot.MostSets) throw new InvalidDataException("The lists overlap in more ways than a snapshot can hold. Give several of them one name.");
            number = (ushort)_setCount;
            _sets[_setCount++] = set;
            _setNumbers.Add(set, number);
            return number;
        }
    }

    private unsafe void WriteFile(string path, EntryTable table, List<SnapshotList> lists)
    {
        var kept = 0L;
        foreach (var entry in table.All)
        {
            if (IsKept(entry)) kept++;
        }

        var said = JsonSerializer.SerializeToUtf8Bytes([.. lists], SnapshotJson.Default.SnapshotListArray);
        var header = new SnapshotHeader
        {
            Magic = SnapshotHeader.RightMagic,
            Sets = _setCount,
            HasTopLevel = _hasTopLevel ? 1 : 0,
            Slots = Math.Max((long)(kept / Load), 8) + 1,
            Entries = kept,
            Seed = NameHash.Seed,
            ListsLength = said.Length,
        };
        header.ListsAt = header.SlotsAt + 8 * header.Slots;
        header.FileLength = header.ListsAt + said.Length;

        var beside = path + ".new";
        var bytes = (byte*)NativeMemory.AllocZeroed((nuint)header.FileLength);
        try
        {
            *(SnapshotHeader*)bytes = header;
            var sets = (ListSet*)(bytes + SnapshotHeader.Size);
            for (var at = 0; at < _setCount; at++) sets[at] = _sets[at];
            Lay(table, (ulong*)(bytes + header.SlotsAt), header.Slots);
            said.CopyTo(new Span<byte>(bytes + header.ListsAt, said.Length));
            FilterSnapshot.Digest(bytes, header.FileLength, new Span<byte>(bytes + SnapshotHeader.DigestAt, SnapshotHeader.DigestLength));

            using var file = File.OpenHandle(beside, FileMode.Create, FileAccess.Write);
            FilterSnapshot.Write(file, bytes, header.FileLength);
        }
        finally
        {
            NativeMemory.Free(bytes);
        }

        File.Move(beside, path, overwrite: true);
    }

    private static unsafe void Lay(EntryTable table, ulong* slots, long count)
    {
        foreach (var entry in table.All)
        {
            if (!IsKept(entry)) continue;
            ulong paths = (entry.Marks & EntryTable.Mark.PathsBelow) != 0 ? Slot.PathsBelow : 0u;
            var at = Slot.Home(entry.Hash, count);
            while (slots[at] != 0) at = at + 1 == count ? 0 : at + 1;
            slots[at] = Slot.Fingerprint(entry.Hash) | paths | entry.Set;
        }
    }

    /// <summary>An entry of which nothing is left stays where paths below it are listed: the way to them leads over it.</summary>
    private static bool IsKept(in EntryTable.Entry entry) => entry.Set != 0 || (entry.Marks & EntryTable.Mark.PathsBelow) != 0;

    private sealed class Counts(string name, int index)
    {
        public string Name { get; } = name;
        public int Index { get; } = index;
        public required string Source { get; init; }
        public required DateTimeOffset AsOf { get; set; }
        public long Domains { get; set; }
        public long Paths { get; set; }
        public long Duplicates { get; set; }
        public long Distinct { get; set; }
        public long Rejected { get; set; }

        public SnapshotList Said() => new(Name, Source, AsOf, Domains, Paths, Duplicates, Distinct - Domains - Paths, Rejected);
    }
}
