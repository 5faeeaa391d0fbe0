using System.Buffers;
using System.IO.Compression;
using System.Text;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// Unpacks a body as it comes (RFC 9110, 8.4.1), piece by piece and within bounds: what swells to a hundred times of itself is no page but
/// a bomb. What two programs could unpack in two ways is unpacked by none.
/// </summary>
internal sealed class Unpacker : IDisposable
{
    /// <summary>So much may come out of however little, since it is held all the same; beyond it the ratio counts, before anything goes on.</summary>
    private const int AlwaysGranted = Limits.Held;
    private const int MostTimes = 100;

    private readonly Packed _packed = new();
    private byte[] _piece = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private readonly Func<Packed, Stream?> _open;
    private Stream? _plain;
    private long _came;
    private long _made;

    private Unpacker(Func<Packed, Stream?> open) => _open = open;

    /// <summary>Null for an encoding that nobody here unpacks, and for several of them at once.</summary>
    public static Unpacker? For(ReadOnlySpan<byte> encoding) =>
        Is(encoding, "gzip"u8) || Is(encoding, "x-gzip"u8) ? new Unpacker(packed => new GZipStream(packed, CompressionMode.Decompress))
        : Is(encoding, "br"u8) ? new Unpacker(packed => new BrotliStream(packed, CompressionMode.Decompress))
        : Is(encoding, "deflate"u8) ? new Unpacker(OpenDeflate)
        : null;

    public void Put(ReadOnlySpan<byte> piece)
    {
        _came += piece.Length;
        _packed.Put(piece);
    }

    /// <summary>The next of what has come out; empty when more has to come in first.</summary>
    /// <exception cref="InvalidDataException">It is not packed as it says, or it is a bomb.</exception>
    public ReadOnlySpan<byte> Next()
    {
        if ((_plain ??= _open(_packed)) is not { } plain) return default;
        try
        {
            var length = plain.Read(_piece);
            _made += length;
            if (_made > AlwaysGranted && _made > MostTimes * _came) throw new InvalidDataException("It swells too much.");
            return _piece.AsSpan(0, length);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or IOException)
        {
            throw new InvalidDataException("It is not packed as it says.", wrong);
        }
    }

    public void Dispose()
    {
        _plain?.Dispose();
        var piece = _piece;
        _piece = [];
        if (piece.Length > 0) ArrayPool<byte>.Shared.Return(piece);
    }

    // Servers mean two things by it: with the two bytes of RFC 1950 before it, and without. Browsers look, and so do we.
    private static Stream? OpenDeflate(Packed packed)
    {
        if (packed.Waiting is not [var first, var second, ..]) return null;
        return (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0 ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(value, word);

    /// <summary>What has come and is not unpacked yet, for streams that read. At its end it says that nothing is there, and means: not yet.</summary>
    private sealed class Packed : Stream
    {
        private byte[] _bytes = [];
        private int _from;
        private int _until;

        public ReadOnlySpan<byte> Waiting => _bytes.AsSpan(_from, _until - _from);

        public void Put(ReadOnlySpan<byte> piece)
        {
            var left = _until - _from;
            if (left + piece.Length > _bytes.Length)
            {
                var larger = new byte[left + piece.Length];
                Waiting.CopyTo(larger);
                _bytes = larger;
            }
            else Waiting.CopyTo(_bytes);

            (_from, _until) = (0, left);
            piece.CopyTo(_bytes.AsSpan(_until));
            _until += piece.Length;
        }

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(buffer.Length, _until - _from);
            _bytes.AsSpan(_from, length).CopyTo(buffer);
            _from += length;
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
