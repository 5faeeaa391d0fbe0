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

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    private readonly List<ListFile> _files = [];
    private readonly List<Counts> _lists = [];
    private readonly List<ListSet> _sets = [default];
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
            lines += ForEach(file, list, (host, path, hashes) =>
            {
                ref var entry = ref EntryFor(table, host, path, hashes);
                var set = Step(entry.Set, list.Index);
                if (set == entry.Set) list.Duplicates++;
                entry.Set = set;
                if (!path.IsEmpty) table.Of(hashes[^1]).Marks |= EntryTable.Mark.PathsBelow;
                _hasTopLevel |= hashes.Length == 1;
            }, isFirst: true);
        }

        return table;
    }

    private void LeaveOut(EntryTable table, IProgress<CompileProgress>? progress)
    {
        foreach (var file in _files)
        {
            progress?.Report(new CompileProgress($"Looking through {file.List}", table.Count));
            var list = ListOf(file);
            ForEach(file, list, (host, path, hashes) =>
            {
                ref var entry = ref path.IsEmpty ? ref table.Find(hashes[^1]) : ref EntryFor(table, host, path, hashes);

                // Of a line that stands twice the first counts; of one that is left out, the first list that looks.
                if ((entry.Marks & EntryTable.Mark.LeftOut) != 0) return;
                var parents = default(ListSet);
                for (var at = 0; at < hashes.Length - (path.IsEmpty ? 1 : 0); at++)
                {
                    ref var parent = ref table.Find(hashes[at]);
                    if (parent.Marks != 0) parents |= _sets[parent.Set];
                }

                if (!_sets[entry.Set].Without(parents).IsEmpty) return;
                entry.Marks |= EntryTable.Mark.LeftOut;
                CountLeftOut(_sets[entry.Set]);
            }, isFirst: false);
        }

        foreach (var entry in table.All)
        {
            if (entry.Set == 0 || (entry.Marks & EntryTable.Mark.LeftOut) != 0) continue;
            var set = _sets[entry.Set];
            while (set.First is var list and >= 0)
            {
                if ((entry.Marks & EntryTable.Mark.IsPath) != 0) _lists[list].Paths++;
                else _lists[list].Domains++;
                set = set.Without(ListSet.Of(list));
            }
        }
    }

    private void CountLeftOut(ListSet set)
    {
        while (set.First is var list and >= 0)
        {
            _lists[list].Collapsed++;
            set = set.Without(ListSet.Of(list));
        }
    }

    private static ref EntryTable.Entry EntryFor(EntryTable table, ReadOnlySpan<byte> host, ReadOnlySpan<byte> path, ReadOnlySpan<ulong> hashes)
    {
        if (path.IsEmpty) return ref table.Of(hashes[^1]);
        var hash = NameHash.PathStart(hashes[^1]);
        foreach (var one in path) hash = NameHash.Step(hash, one);
        ref var entry = ref table.Of(NameHash.Finish(hash));
        entry.Marks |= EntryTable.Mark.IsPath;
        return ref entry;
    }

    private delegate void OnEntry(ReadOnlySpan<byte> host, ReadOnlySpan<byte> path, ReadOnlySpan<ulong> hashes);

    private long ForEach(ListFile file, Counts list, OnEntry found, bool isFirst)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(2 * WebAddress.ScratchLength);
        try
        {
            Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
            Span<byte> starts = stackalloc byte[NameHash.MostLabels];
            var parser = new LineParser(scratch);
            var text = file.Content.Span;
            if (text.StartsWith(ByteOrderMark)) text = text[3..];
            var number = 0;
            var rejected = 0;
            while (!text.IsEmpty)
            {
                number++;
                var end = text.IndexOf((byte)'\n');
                var line = end < 0 ? text : text[..end];
                text = end < 0 ? default : text[(end + 1)..];
                for (var kind = parser.Read(line); ; kind = parser.ReadMore())
                {
                    if (kind is LineKind.Entry)
                    {
                        var count = NameHash.OfSuffixes(parser.Host, hashes, starts);
                        found(parser.Host, parser.Path, hashes[..count]);
                    }
                    else if (kind is LineKind.Rejected && isFirst)
                    {
                        list.Rejected++;
                        if (rejected++ < RejectedKept) _rejected.Add(new RejectedLine(file.Source, number, parser.Because!));
                    }

                    if (!parser.HasMore) break;
                }
            }

            return number;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

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
        if (known) return step;
        var larger = _sets[set] | ListSet.Of(list);
        if (!_setNumbers.TryGetValue(larger, out step))
        {
            if (_sets.Count > Slot.MostSets) throw new InvalidDataException("The lists overlap in more ways than a snapshot can hold. Give several of them one name.");
            step = (ushort)_sets.Count;
            _sets.Add(larger);
            _setNumbers.Add(larger, step);
        }

        return step;
    }

    private unsafe void WriteFile(string path, EntryTable table, List<SnapshotList> lists)
    {
        var kept = 0L;
        foreach (var entry in table.All)
        {
            if (IsKept(entry)) kept++;
        }

        var said = JsonSerializer.SerializeToUtf8Bytes(lists);
        var header = new SnapshotHeader
        {
            Magic = SnapshotHeader.RightMagic,
            Sets = _sets.Count,
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
            for (var at = 0; at < _sets.Count; at++) sets[at] = _sets[at];
            Lay(table, (ulong*)(bytes + header.SlotsAt), header.Slots);
            said.CopyTo(new Span<byte>(bytes + header.ListsAt, said.Length));
            FilterSnapshot.Digest(bytes, header.FileLength, new Span<byte>(bytes + SnapshotHeader.DigestAt, SnapshotHeader.DigestLength));

            using (var file = File.OpenHandle(beside, FileMode.Create, FileAccess.Write))
            {
                for (var at = 0L; at < header.FileLength; at += 1 << 26)
                {
                    RandomAccess.Write(file, new ReadOnlySpan<byte>(bytes + at, (int)Math.Min(header.FileLength - at, 1 << 26)), at);
                }

                RandomAccess.FlushToDisk(file);
            }
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
            ulong set = (entry.Marks & EntryTable.Mark.LeftOut) != 0 ? 0u : entry.Set;
            ulong paths = (entry.Marks & EntryTable.Mark.PathsBelow) != 0 ? Slot.PathsBelow : 0u;
            var at = Slot.Home(entry.Hash, count);
            while (slots[at] != 0) at = at + 1 == count ? 0 : at + 1;
            slots[at] = Slot.Fingerprint(entry.Hash) | paths | set;
        }
    }

    /// <summary>What is left out stays where paths below it are listed: the way to them leads over it.</summary>
    private static bool IsKept(in EntryTable.Entry entry) =>
        entry.Marks != 0 && ((entry.Marks & EntryTable.Mark.LeftOut) == 0 || (entry.Marks & EntryTable.Mark.PathsBelow) != 0);

    private sealed class Counts(string name, int index)
    {
        public string Name { get; } = name;
        public int Index { get; } = index;
        public required string Source { get; init; }
        public required DateTimeOffset AsOf { get; set; }
        public long Domains { get; set; }
        public long Paths { get; set; }
        public long Duplicates { get; set; }
        public long Collapsed { get; set; }
        public long Rejected { get; set; }

        public SnapshotList Said() => new(Name, Source, AsOf, Domains, Paths, Duplicates, Collapsed, Rejected);
    }
}
