using System.Net;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// Hands decisions from many threads to one without a lock.
/// <code>
///   slot:     [ turn | fields | host bytes | path bytes ]      as many slots as a power of two
///   put:      take the next ticket; the slot whose turn is the ticket is free: fill it, turn = ticket + 1
///   take:     the slot at the head is filled when its turn is head + 1; read it, turn = head + slots
///   full:     the slot's turn is older than the ticket: the record is refused at once, nobody waits
///   closed:   the tickets are below zero: nobody takes one any more, and those that were taken are filled in a moment
/// </code>
/// A put costs one exchange and the copying of about a hundred bytes.
/// </summary>
internal sealed class HandOver
{
    private readonly Slot[] _slots;
    private readonly int _mask;
    private long _tail;
    private long _head;

    public HandOver(int slots)
    {
        if (slots < 2 || (slots & (slots - 1)) != 0) throw new ArgumentOutOfRangeException(nameof(slots), "A power of two is needed.");
        _slots = new Slot[slots];
        _mask = slots - 1;
        for (var at = 0; at < slots; at++) _slots[at] = new Slot { Turn = at };
    }

    /// <summary>Nothing is taken in any more.</summary>
    public bool IsClosed => Volatile.Read(ref _tail) < 0;

    /// <summary>For the writing thread: how many records were taken in and not released.</summary>
    public long Waiting => (Volatile.Read(ref _tail) & long.MaxValue) - _head;

    public void Close() => Interlocked.Or(ref _tail, long.MinValue);

    /// <summary>From any thread. False when there is no room, or it is closed.</summary>
    public bool TryPut(in DecisionRecord record)
    {
        while (true)
        {
            var ticket = Volatile.Read(ref _tail);
            if (ticket < 0) return false;
            var slot = _slots[ticket & _mask];
            var ahead = Volatile.Read(ref slot.Turn) - ticket;
            if (ahead < 0) return false;
            if (ahead > 0 || Interlocked.CompareExchange(ref _tail, ticket + 1, ticket) != ticket) continue;

            slot.Fill(record);
            Volatile.Write(ref slot.Turn, ticket + 1);
            return true;
        }
    }

    /// <summary>For the writing thread alone: the oldest record that is whole, or null. It is read before <see cref="Release"/>.</summary>
    public Slot? Peek()
    {
        var slot = _slots[_head & _mask];
        return Volatile.Read(ref slot.Turn) == _head + 1 ? slot : null;
    }

    public void Release()
    {
        var slot = _slots[_head & _mask];
        slot.Forget();
        Volatile.Write(ref slot.Turn, _head + _slots.Length);
        _head++;
    }

    internal sealed class Slot
    {
        public long Turn;

        private readonly byte[] _host = new byte[DecisionRecord.MaxHost];
        private readonly byte[] _path = new byte[DecisionRecord.MaxPath];
        private int _hostLength;
        private int _pathLength;

        public long At { get; private set; }
        public IPAddress Client { get; private set; } = IPAddress.None;
        public SpoolDecision Decision { get; private set; }
        public string? Person { get; private set; }
        public bool IsSure { get; private set; }
        public string Level { get; private set; } = "";
        public int Microseconds { get; private set; }
        public Span<byte> Host => _host.AsSpan(0, _hostLength);
        public Span<byte> Path => _path.AsSpan(0, _pathLength);

        public void Fill(in DecisionRecord record)
        {
            (At, Client, Person, IsSure, Level) = (record.At, record.Client, record.Person, record.IsSure, record.Level);
            Decision = new SpoolDecision(record.Category, record.Action, record.Reason, record.List, record.Rule);
            Microseconds = record.Microseconds;
            _hostLength = PlainText.Copy(record.Host, _host);
            _pathLength = PlainText.Copy(record.Path, _path);
        }

        public void Forget()
        {
            Person = null;
            Level = "";
            Decision = default;
        }
    }
}
