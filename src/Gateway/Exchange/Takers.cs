using System.Buffers;
using System.IO.Pipelines;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Exchange;

/// <summary>Reads to no purpose, so that our answer is not lost behind what is still being sent; not for ever.</summary>
internal sealed class DrainTaker(PipeWriter output) : IBodyTaker
{
    private long _total;

    public bool Take(ReadOnlySpan<byte> piece) => (_total += piece.Length) <= Limits.Drained;

    public async ValueTask FlushAsync()
    {
        if (output.UnflushedBytes > 0) await output.FlushAsync();
    }
}

/// <summary>Hands on what comes.</summary>
internal sealed class PassTaker(PipeWriter output) : IBodyTaker
{
    public bool Take(ReadOnlySpan<byte> piece)
    {
        AnswerWriter.Chunk(output, piece);
        return true;
    }

    public async ValueTask FlushAsync() => await output.FlushAsync();
}

/// <summary>Holds a preview, which is bounded by its reader.</summary>
internal sealed class HoldTaker : IBodyTaker
{
    private readonly ArrayBufferWriter<byte> _held = new();

    public ReadOnlySpan<byte> Held => _held.WrittenSpan;

    public bool Take(ReadOnlySpan<byte> piece)
    {
        _held.Write(piece);
        return true;
    }

    public ValueTask FlushAsync() => default;
}

/// <summary>Reads a page's words as they pass; holds its beginning until it may go.</summary>
internal sealed class PageTaker(PipeWriter output, BodyWords reader, Action writeHead) : IBodyTaker, IDisposable
{
    private byte[] _held = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private bool _isOver;

    /// <summary>Whether anything of it has gone out.</summary>
    public bool IsReleased { get; private set; }

    public bool Take(ReadOnlySpan<byte> piece)
    {
        if (_isOver || reader.Read(piece))
        {
            _isOver = true;
            return false;
        }

        // Of a packed page it counts too how much it says.
        if (!IsReleased && (_length + piece.Length > Limits.Held || reader.Length > Limits.Held)) Release();
        if (IsReleased)
        {
            AnswerWriter.Chunk(output, piece);
            return true;
        }

        if (_length + piece.Length > _held.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + piece.Length, 2 * _held.Length));
            _held.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_held);
            _held = larger;
        }

        piece.CopyTo(_held.AsSpan(_length));
        _length += piece.Length;
        return true;
    }

    /// <summary>The page has ended: true when its words are too many.</summary>
    public bool Ends() => _isOver || reader.End();

    /// <summary>What was held goes out, and all that follows at once.</summary>
    public void Release()
    {
        if (IsReleased) return;
        IsReleased = true;
        writeHead();
        AnswerWriter.Chunk(output, _held.AsSpan(0, _length));
        _length = 0;
    }

    public async ValueTask FlushAsync()
    {
        if (output.UnflushedBytes > 0) await output.FlushAsync();
    }

    public void Dispose()
    {
        reader.Dispose();
        var held = _held;
        _held = [];
        if (held.Length > 0) ArrayPool<byte>.Shared.Return(held);
    }
}
