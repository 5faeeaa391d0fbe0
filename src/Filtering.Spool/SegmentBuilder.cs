using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// Packs records. What repeats is written where it first comes and named by its number from then on.
/// <code>
///   payload:   2 | gateway | record…
///   record:    time since the last (zigzag) | asker | host | decision | microseconds | path
///   asker, host, decision:  0 and what it is, or its number from 1
///   asker:     address, person (0, or length + 1), sure, level      decision: category, action, reason, list, rule
///   numbers are varints; text is its length and UTF-8
/// </code>
/// </summary>
internal sealed class SegmentBuilder(string gateway)
{
    internal const byte Format = 2;

    // The longest record: five names, a host, a path, an address and their numbers, with room.
    private const int MaxRecord = 6 * 4 * DecisionRecord.MaxName + DecisionRecord.MaxHost + DecisionRecord.MaxPath + 512;

    private readonly Dictionary<(IPAddress Client, string? Person, bool IsSure, string Level), int> _askers = [];
    private readonly Dictionary<SpoolDecision, int> _decisions = [];
    private readonly Dictionary<ulong, List<(int Number, int Start, int Length)>> _hosts = [];
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;
    private int _hostCount;
    private long _last;

    public int Records { get; private set; }
    public int Length => _length;
    public ReadOnlySpan<byte> Payload => _bytes.AsSpan(0, _length);

    public void Begin()
    {
        _askers.Clear();
        _decisions.Clear();
        _hosts.Clear();
        (_length, _hostCount, _last, Records) = (0, 0, 0, 0);
        _bytes[_length++] = Format;
        PutText(gateway);
    }

    public void Add(HandOver.Slot record)
    {
        if (_bytes.Length - _length < MaxRecord) Array.Resize(ref _bytes, _bytes.Length * 2);
        var at = Math.Clamp(record.At, 0, SegmentHead.MaxTime);
        var step = at - _last;
        Put((ulong)((step << 1) ^ (step >> 63)));
        _last = at;

        if (Number(_askers, (record.Client, record.Person, record.IsSure, record.Level)))
        {
            PutText(record.Client.ToString());
            PutTextOrNothing(record.Person);
            _bytes[_length++] = record.IsSure ? (byte)1 : (byte)0;
            PutText(record.Level);
        }

        PutHost(record.Host);
        if (Number(_decisions, record.Decision))
        {
            PutTextOrNothing(record.Decision.Category);
            PutText(record.Decision.Action);
            PutText(record.Decision.Reason);
            PutTextOrNothing(record.Decision.List);
            PutTextOrNothing(record.Decision.Rule);
        }

        Put((ulong)Math.Max(0, record.Microseconds));
        PutBytes(record.Path);
        Records++;
    }

    // True when it is new and must be written out.
    private bool Number<T>(Dictionary<T, int> known, T key) where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var exists);
        if (exists)
        {
            Put((ulong)number);
            return false;
        }

        number = known.Count;
        _bytes[_length++] = 0;
        return true;
    }

    private void PutHost(ReadOnlySpan<byte> host)
    {
        var hash = new HashCode();
        hash.AddBytes(host);
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_hosts, (ulong)hash.ToHashCode(), out _);
        foreach (var (number, start, length) in same ??= [])
        {
            if (!_bytes.AsSpan(start, length).SequenceEqual(host)) continue;
            Put((ulong)number);
            return;
        }

        _bytes[_length++] = 0;
        PutBytes(host);
        same.Add((++_hostCount, _length - host.Length, host.Length));
    }

    private void Put(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_length++] = (byte)value;
    }

    private void PutBytes(ReadOnlySpan<byte> bytes)
    {
        Put((ulong)bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void PutTextOrNothing(string? text)
    {
        if (text is null) _bytes[_length++] = 0;
        else PutText(text, more: 1);
    }

    private void PutText(string text, int more = 0)
    {
        Span<byte> whole = stackalloc byte[DecisionRecord.MaxName * 3];
        var cut = text.AsSpan(0, Math.Min(text.Length, DecisionRecord.MaxName));
        var length = Encoding.UTF8.GetBytes(cut, whole);
        PlainText.Copy(whole[..length], whole);
        Put((ulong)(length + more));
        whole[..length].CopyTo(_bytes.AsSpan(_length));
        _length += length;
    }
}
