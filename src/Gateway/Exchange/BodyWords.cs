using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Gateway.Exchange;

/// <summary>Reads the words of a body as it passes, plain or packed. What goes on is always what came.</summary>
/// <param name="unpacker">Null for a plain body.</param>
/// <param name="mustBeRead">What cannot be unpacked does not pass.</param>
internal sealed class BodyWords(PageReader reader, Unpacker? unpacker, bool mustBeRead) : IDisposable
{
    private bool _isUnread;

    /// <summary>How much has been read, unpacked.</summary>
    public long Length { get; private set; }

    /// <summary>The verdict for a body that was stopped.</summary>
    public Verdict Verdict => _isUnread ? new Verdict(FilterAction.Block, Reason.Unread) : reader.Verdict;

    /// <summary>Reads the next piece. True: it is to be stopped.</summary>
    public bool Read(ReadOnlySpan<byte> piece)
    {
        if (unpacker is not null) return !_isUnread && ReadPacked(unpacker, piece);
        Length += piece.Length;
        return reader.Read(piece);
    }

    /// <summary>It has ended. True: its words are too many.</summary>
    public bool End() => !_isUnread && reader.End();

    public void Dispose() => unpacker?.Dispose();

    private bool ReadPacked(Unpacker unpacker, ReadOnlySpan<byte> piece)
    {
        try
        {
            unpacker.Put(piece);
            while (unpacker.Next() is { IsEmpty: false } plain)
            {
                Length += plain.Length;
                if (reader.Read(plain)) return true;
            }

            return false;
        }
        catch (InvalidDataException)
        {
            _isUnread = true;
            return mustBeRead;
        }
    }
}
