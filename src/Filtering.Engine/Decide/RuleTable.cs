using System.Runtime.CompilerServices;
using System.Text;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What stands at an address in a policy, an overlay or our own data: thousands of entries, compared letter by letter.</summary>
internal sealed class RuleTable
{
    internal enum Kind : byte
    {
        Helpline,
        Own,
        Exception,
        Search,
        Front,
    }

    /// <summary>One entry.</summary>
    /// <param name="Index">Which own list, exception, search site or front.</param>
    /// <param name="Next">The next entry at the same host; -1 for none.</param>
    internal readonly record struct Node(Kind Kind, short Index, byte[] Host, byte[] Path, int Next);

    private readonly ulong[] _keys;
    private readonly int[] _first;
    private readonly Node[] _nodes;
    private readonly int _mask;

    private RuleTable(List<(Kind Kind, short Index, string Host, string Path)> entries)
    {
        var size = 16;
        while (size < entries.Count * 2) size <<= 1;
        _mask = size - 1;
        _keys = new ulong[size];
        _first = new int[size];
        _nodes = new Node[entries.Count];
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        for (var at = 0; at < entries.Count; at++)
        {
            var (kind, index, host, path) = entries[at];
            var name = Encoding.ASCII.GetBytes(host);
            var hash = hashes[NameHash.OfSuffixes(name, hashes, starts) - 1] | 1;
            var slot = (int)(hash >> 20) & _mask;
            while (_keys[slot] != 0 && _keys[slot] != hash) slot = slot + 1 & _mask;
            _nodes[at] = new Node(kind, index, name, Encoding.UTF8.GetBytes(path), _keys[slot] == 0 ? -1 : _first[slot]);
            _keys[slot] = hash;
            _first[slot] = at;
        }
    }

    public static RuleTable Empty { get; } = new([]);

    public bool IsEmpty => _nodes.Length == 0;

    /// <param name="firstException">The number of the first exception: an overlay's go on where the policy's end.</param>
    /// <param name="withSites">With the helplines, search sites and fronts that come with the engine.</param>
    public static RuleTable Of(IReadOnlyList<OwnList> own, IReadOnlyList<OwnEntry> helplines, IReadOnlyList<ExceptionRule> exceptions, int firstException, bool withSites = false)
    {
        List<(Kind, short, string, string)> entries = [];
        for (var list = 0; list < own.Count; list++)
        {
            foreach (var entry in own[list].Entries) entries.Add((Kind.Own, (short)list, entry.Host, entry.Path));
        }

        foreach (var entry in helplines) entries.Add((Kind.Helpline, -1, entry.Host, entry.Path));
        for (var at = 0; at < exceptions.Count; at++) entries.Add((Kind.Exception, (short)(firstException + at), exceptions[at].Entry.Host, exceptions[at].Entry.Path));
        if (withSites)
        {
            foreach (var host in BuiltIn.Helplines) entries.Add((Kind.Helpline, -1, host, ""));
            for (var at = 0; at < BuiltIn.Searches.Length; at++)
            {
                foreach (var host in BuiltIn.Searches[at].Hosts) entries.Add((Kind.Search, (short)at, host, ""));
            }

            for (var at = 0; at < BuiltIn.Fronts.Length; at++) entries.Add((Kind.Front, (short)at, BuiltIn.Fronts[at].Host, ""));
        }

        return new RuleTable(entries);
    }

    /// <summary>The first entry at the name with this hash; -1 for none. The names still have to be compared (<see cref="IsAt"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        hash |= 1;
        var slot = (int)(hash >> 20) & _mask;
        while (true)
        {
            var key = _keys[slot];
            if (key == hash) return _first[slot];
            if (key == 0) return -1;
            slot = slot + 1 & _mask;
        }
    }

    public ref readonly Node this[int at] => ref _nodes[at];

    /// <summary>Whether an entry is really this name, and its path a beginning of this one.</summary>
    public static bool IsAt(in Node node, ReadOnlySpan<byte> name, ReadOnlySpan<byte> line) =>
        name.SequenceEqual(node.Host)
        && (node.Path.Length == 0 || line.StartsWith(node.Path) && (line.Length == node.Path.Length || NameHash.EndsSegment(line[node.Path.Length])));
}
