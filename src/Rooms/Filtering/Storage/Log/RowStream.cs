using System.Buffers.Binary;
using Npgsql;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>Writes raw rows in PostgreSQL's binary form of COPY, straight into a day's partition. A buffer of rows leaves at once.</summary>
internal sealed class RowStream : IAsyncDisposable
{
    private const int Columns = 6;
    private const int MaxRow = 2 + Columns * 4 + 8 + 3 * 4 + 2 + 256;

    // PostgreSQL counts from the year 2000.
    private const long Epoch = 946_684_800_000;

    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, .. new byte[8]];

    private readonly NpgsqlRawCopyStream _stream;
    private readonly byte[] _buffer = new byte[128 * 1024];
    private int _length;
    private bool _complete;

    private RowStream(NpgsqlRawCopyStream stream) => _stream = stream;

    public static async Task<RowStream> OpenAsync(NpgsqlConnection connection, DateOnly day, CancellationToken stop)
    {
        var stream = await connection.BeginRawBinaryCopyAsync(
            $"copy gate_log.{PartitionOf(day)} (at, asker, host, decision, place, path) from stdin (format binary)", stop);
        var rows = new RowStream(stream);
        Head.CopyTo(rows._buffer, 0);
        rows._length = Head.Length;
        return rows;
    }

    public static string PartitionOf(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"d{day:yyyyMMdd}");

    public bool IsFull => _buffer.Length - _length < MaxRow;

    public void Add(long at, int asker, int host, int decision, short place, ReadOnlySpan<byte> path)
    {
        var row = _buffer.AsSpan(_length);
        BinaryPrimitives.WriteInt16BigEndian(row, Columns);
        BinaryPrimitives.WriteInt32BigEndian(row[2..], 8);
        BinaryPrimitives.WriteInt64BigEndian(row[6..], (at - Epoch) * 1000);
        Put(row[14..], asker);
        Put(row[22..], host);
        Put(row[30..], decision);
        Put(row[38..], place);
        BinaryPrimitives.WriteInt32BigEndian(row[44..], path.Length);
        path.CopyTo(row[48..]);
        _length += 48 + path.Length;
    }

    public ValueTask FlushAsync(CancellationToken stop)
    {
        var length = _length;
        _length = 0;
        return _stream.WriteAsync(_buffer.AsMemory(0, length), stop);
    }

    public async Task CompleteAsync(CancellationToken stop)
    {
        BinaryPrimitives.WriteInt16BigEndian(_buffer.AsSpan(_length), -1);
        _length += 2;
        await FlushAsync(stop);
        _complete = true;
        await _stream.DisposeAsync();
    }

    /// <summary>Given up unless it was completed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_complete) await _stream.CancelAsync();
    }

    private static void Put(Span<byte> into, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(into, 4);
        BinaryPrimitives.WriteInt32BigEndian(into[4..], value);
    }

    private static void Put(Span<byte> into, short value)
    {
        BinaryPrimitives.WriteInt32BigEndian(into, 2);
        BinaryPrimitives.WriteInt16BigEndian(into[4..], value);
    }
}
