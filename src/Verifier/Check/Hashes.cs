using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lifeguard.Verifier.Check;

// One buffer, reused for every row: thirty million rows must not mean thirty million buffers.
internal sealed class Hashes
{
    public const int Length = 32;
    public const int SaltLength = 16;

    private byte[] _buffer = new byte[4096];
    private int _used;

    public void PayloadCommitment(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload, Span<byte> hash)
    {
        Start(0x02);
        Add(salt);
        Add(payload);
        Finish(hash);
    }

    public void Commitment(JournalRow row, Span<byte> hash)
    {
        Start(0x00);
        AddWithLength(row.Id);
        AddWithLength(row.Org!.Value);
        AddWithLength(row.RecordKind);
        AddWithLength(row.RecordId!.Value);
        AddWithLength(row.Act);
        if (row.ByIdentity is { } person) AddWithLength(person);
        else AddLength(0);
        AddLength(sizeof(long));
        Add(row.AtMicroseconds!.Value);
        AddWithLength(row.PayloadCommitment);
        Finish(hash);
    }

    public void Chain(ReadOnlySpan<byte> previous, long position, ReadOnlySpan<byte> commitment, Span<byte> hash)
    {
        Start(0x01);
        Add(previous);
        Add(position);
        Add(commitment);
        Finish(hash);
    }

    private void Start(byte domain)
    {
        _buffer[0] = domain;
        _used = 1;
    }

    private void AddWithLength(ReadOnlySpan<byte> bytes)
    {
        AddLength(bytes.Length);
        Add(bytes);
    }

    private void AddWithLength(Guid id)
    {
        AddLength(16);
        id.TryWriteBytes(Room(16), bigEndian: true, out _);
    }

    private void AddLength(int length) => BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), length);

    private void Add(long number) => BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), number);

    private void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _used < length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + length));

        var room = _buffer.AsSpan(_used, length);
        _used += length;
        return room;
    }

    private void Finish(Span<byte> hash) => SHA256.HashData(_buffer.AsSpan(0, _used), hash);
}
