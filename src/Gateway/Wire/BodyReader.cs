using System.Buffers;
using System.IO.Pipelines;

namespace Lifeguard.Gateway.Wire;

internal enum BodyEnd : byte
{
    /// <summary>The preview is over and there is more: it comes when it is asked for.</summary>
    Preview,
    Whole,

    /// <summary>Whoever took it wanted no more.</summary>
    Stopped,

    /// <summary>Nothing came for a while and somebody wanted to know.</summary>
    Paused,
    Fault,

    /// <summary>The other side is gone, in the middle of it.</summary>
    Gone,
}

/// <summary>Who takes a body, piece by piece.</summary>
internal interface IBodyTaker
{
    /// <summary>False: no more is wanted.</summary>
    bool Take(ReadOnlySpan<byte> piece);

    /// <summary>All that had come is taken; what was written is to go out before more is read.</summary>
    ValueTask FlushAsync();
}

/// <summary>Hands a chunked body on as it comes, holding nothing of it.</summary>
internal sealed class BodyReader(PipeReader input)
{
    private ChunkReader _chunks;
    private long _inPreview;
    private int _preview;

    public WireFault Fault { get; private set; }

    /// <param name="preview">How much was announced to come first; -1 when all comes at once.</param>
    public void Begin(int preview)
    {
        _chunks = default;
        _preview = preview;
        _inPreview = 0;
        Fault = WireFault.None;
    }

    /// <summary>Behind a preview: the rest begins with chunks of its own.</summary>
    public void Resume() => Begin(-1);

    public async ValueTask<BodyEnd> ReadAsync(IBodyTaker taker, Action alive)
    {
        while (true)
        {
            var read = await input.ReadAsync();
            if (read.IsCanceled)
            {
                input.AdvanceTo(read.Buffer.Start);
                return BodyEnd.Paused;
            }

            var taken = Take(read.Buffer, taker, out var end);
            input.AdvanceTo(read.Buffer.GetPosition(taken));
            alive();
            if (end is { } known) return known;

            await taker.FlushAsync();
            if (read.IsCompleted) return BodyEnd.Gone;
        }
    }

    private long Take(in ReadOnlySequence<byte> buffer, IBodyTaker taker, out BodyEnd? end)
    {
        end = null;
        var total = 0L;
        foreach (var memory in buffer)
        {
            var input = memory.Span;
            while (!input.IsEmpty)
            {
                var status = _chunks.Read(input, out var taken, out var piece);
                total += taken;
                input = input[taken..];
                switch (status)
                {
                    case ChunkStatus.Piece:
                        if (_preview >= 0 && (_inPreview += piece.Length) > _preview) (Fault, end) = (WireFault.PreviewTooLong, BodyEnd.Fault);
                        else if (!taker.Take(piece)) end = BodyEnd.Stopped;
                        break;
                    case ChunkStatus.End:
                        end = _preview >= 0 ? BodyEnd.Preview : BodyEnd.Whole;
                        break;
                    case ChunkStatus.EndOfAll:
                        // Outside a preview nobody may say so.
                        (Fault, end) = _preview >= 0 ? (WireFault.None, BodyEnd.Whole) : (WireFault.ChunkExtension, BodyEnd.Fault);
                        break;
                    case ChunkStatus.Fault:
                        (Fault, end) = (_chunks.Fault, BodyEnd.Fault);
                        break;
                }

                if (end is not null) return total;
            }
        }

        return total;
    }
}
