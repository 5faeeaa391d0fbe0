using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>Goes through the lines of a file and says of each entry the hashes under which it is kept.</summary>
internal ref struct EntryReader
{
    private readonly ulong[] _hashes = new ulong[NameHash.MostLabels];
    private readonly byte[] _starts = new byte[NameHash.MostLabels];
    private LineParser _parser = new(new byte[2 * WebAddress.ScratchLength]);
    private ReadOnlySpan<byte> _text;
    private int _count;

    public EntryReader(ReadOnlySpan<byte> text) => _text = text.StartsWith(ByteOrderMark) ? text[3..] : text;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>The line that was read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Why the line became no entry; null where it did.</summary>
    public string? Because { get; private set; }

    /// <summary>Of the host and its parents, the shortest first.</summary>
    public readonly ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, _count);

    /// <summary>Of the entry itself: the host, or the path below it.</summary>
    public ulong Hash { get; private set; }
    public bool IsPath { get; private set; }

    /// <summary>The entry as it is written, for whoever exports it.</summary>
    public readonly ReadOnlySpan<byte> Host => _parser.Host;

    /// <summary>The next line that is an entry, or should have been one.</summary>
    public bool Next()
    {
        while (true)
        {
            LineKind kind;
            if (_parser.HasMore)
            {
                kind = _parser.ReadMore();
            }
            else
            {
                if (_text.IsEmpty) return false;
                Line++;
                var end = _text.IndexOf((byte)'\n');
                kind = _parser.Read(end < 0 ? _text : _text[..end]);
                _text = end < 0 ? default : _text[(end + 1)..];
            }

            if (kind is LineKind.Nothing) continue;
            Because = kind is LineKind.Rejected ? _parser.Because : null;
            if (Because is null) Take();
            return true;
        }
    }

    private void Take()
    {
        _count = NameHash.OfSuffixes(_parser.Host, _hashes, _starts);
        Hash = _hashes[_count - 1];
        IsPath = !_parser.Path.IsEmpty;
        if (!IsPath) return;
        var hash = NameHash.PathStart(Hash);
        foreach (var one in _parser.Path) hash = NameHash.Step(hash, one);
        Hash = NameHash.Finish(hash);
    }
}
