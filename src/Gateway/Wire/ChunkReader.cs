namespace Lifeguard.Gateway.Wire;

internal enum ChunkStatus : byte
{
    NeedMore,

    /// <summary>A piece of the body; there may be more of the same chunk.</summary>
    Piece,

    /// <summary>The zero chunk: the body is over, or the preview is.</summary>
    End,

    /// <summary>The zero chunk of a preview that was the whole body (<c>0; ieof</c>).</summary>
    EndOfAll,
    Fault,
}

/// <summary>
/// A chunked body, piece by piece and nothing more: extensions and trailers are refused, since two programs that skip them differently see
/// two different bodies (CVE-2025-55315). Of extensions only ICAP's own <c>ieof</c> is known.
/// </summary>
internal struct ChunkReader
{
    private static ReadOnlySpan<byte> Ieof => "; ieof"u8;

    private enum Place : byte { Size, Ieof, SizeEnd, Data, DataReturn, DataEnd, LastReturn, LastEnd, Over }

    private Place _place;
    private int _size;
    private int _digits;
    private int _ieof;

    public WireFault Fault { get; private set; }

    /// <summary>Reads the next piece. Not to be asked again after an end; a new body has a new reader.</summary>
    public ChunkStatus Read(ReadOnlySpan<byte> input, out int taken, out ReadOnlySpan<byte> piece)
    {
        piece = default;
        taken = 0;
        if (Fault != WireFault.None) return ChunkStatus.Fault;

        while (taken < input.Length)
        {
            if (_place == Place.Data)
            {
                piece = input.Slice(taken, Math.Min(_size, input.Length - taken));
                taken += piece.Length;
                _size -= piece.Length;
                if (_size == 0) _place = Place.DataReturn;
                return ChunkStatus.Piece;
            }

            var next = input[taken++];
            var fault = Step(next);
            if (fault != WireFault.None)
            {
                Fault = fault;
                return ChunkStatus.Fault;
            }

            if (_place == Place.Over) return _ieof > 0 ? ChunkStatus.EndOfAll : ChunkStatus.End;
        }

        return ChunkStatus.NeedMore;
    }

    private WireFault Step(byte next)
    {
        switch (_place)
        {
            case Place.Size:
                if (Digit(next) is var digit and >= 0)
                {
                    // "0x", signs and leading zeros without end are other people's numbers.
                    if (++_digits > 8) return WireFault.ChunkSize;
                    _size = (_size << 4) | digit;
                    return _size is > Limits.Chunk or < 0 ? WireFault.ChunkTooLong : WireFault.None;
                }

                if (_digits == 0) return WireFault.ChunkSize;
                if (next == '\r') _place = Place.SizeEnd;
                else if (next == Ieof[0])
                {
                    if (_size != 0) return WireFault.ChunkExtension;
                    _ieof = 1;
                    _place = Place.Ieof;
                }
                else return WireFault.ChunkSize;
                return WireFault.None;

            case Place.Ieof:
                if (_ieof == Ieof.Length)
                {
                    if (next != '\r') return WireFault.ChunkExtension;
                    _place = Place.SizeEnd;
                    return WireFault.None;
                }

                return next == Ieof[_ieof++] ? WireFault.None : WireFault.ChunkExtension;

            case Place.SizeEnd:
                _place = _size == 0 ? Place.LastReturn : Place.Data;
                return next == '\n' ? WireFault.None : WireFault.ChunkSize;

            case Place.DataReturn:
                _place = Place.DataEnd;
                return next == '\r' ? WireFault.None : WireFault.ChunkEnd;

            case Place.DataEnd:
                (_place, _size, _digits) = (Place.Size, 0, 0);
                return next == '\n' ? WireFault.None : WireFault.ChunkEnd;

            case Place.LastReturn:
                _place = Place.LastEnd;
                return next == '\r' ? WireFault.None : WireFault.Trailer;

            default:
                _place = Place.Over;
                return next == '\n' ? WireFault.None : WireFault.Trailer;
        }
    }

    private static int Digit(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        _ => -1,
    };
}
