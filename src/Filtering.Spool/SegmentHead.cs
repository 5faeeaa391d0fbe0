using System.Buffers.Binary;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// The head of a segment's file: readable by anybody, bound to the sealed rest, and without a word about anybody.
/// <code>
///    0   8  "LGSPOOL1"
///    8  16  id of the segment, random; the file is named by it
///   24   8  made at, milliseconds since 1970
///   32   4  how many records it holds
///   36   8  how many were lost before it
///   44   8  which public key it is sealed for: the first bytes of its SHA-256
///   52  65  one-time public point (P-256, uncompressed)
///  117   4  length of the sealed part
///  121   …  sealed part (AES-256-GCM), then its tag of 16 bytes
/// </code>
/// All numbers little-endian. The id is bytes, in the order in which its text shows them.
/// </summary>
internal readonly record struct SegmentHead(Guid Id, long MadeAt, int Records, long Lost, int SealedLength)
{
    public const int Length = 121;
    public const int TagLength = 16;
    public const int PointAt = 52;
    public const int PointLength = 65;
    public const int KeyMarkAt = 44;
    public const int KeyMarkLength = 8;

    /// <summary>No sealed part is longer; whoever claims more is not believed.</summary>
    public const int MaxSealed = 4 * 1024 * 1024;

    /// <summary>A record takes at least six bytes of the sealed part.</summary>
    public const int MinRecord = 6;

    private static ReadOnlySpan<byte> Magic => "LGSPOOL1"u8;

    public void Write(Span<byte> into, ReadOnlySpan<byte> keyMark, ReadOnlySpan<byte> point)
    {
        Magic.CopyTo(into);
        Id.TryWriteBytes(into[8..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64LittleEndian(into[24..], MadeAt);
        BinaryPrimitives.WriteInt32LittleEndian(into[32..], Records);
        BinaryPrimitives.WriteInt64LittleEndian(into[36..], Lost);
        keyMark.CopyTo(into[KeyMarkAt..]);
        point.CopyTo(into[PointAt..]);
        BinaryPrimitives.WriteInt32LittleEndian(into[117..], SealedLength);
    }

    public static SegmentFault TryRead(ReadOnlySpan<byte> from, out SegmentHead head)
    {
        head = default;
        if (from.Length < Length) return SegmentFault.Truncated;
        if (!from.StartsWith(Magic)) return SegmentFault.NotASegment;
        head = new SegmentHead(
            new Guid(from.Slice(8, 16), bigEndian: true),
            BinaryPrimitives.ReadInt64LittleEndian(from[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[36..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[117..]));
        return head.SealedLength is < 0 or > MaxSealed || head.Records < 0 || head.Records > head.SealedLength / MinRecord || head.Lost < 0
            || head.MadeAt is < 0 or > MaxTime ? SegmentFault.Impossible : SegmentFault.None;
    }

    // The end of the year 9999.
    internal const long MaxTime = 253_402_300_799_999;
}

/// <summary>Why a segment was set aside.</summary>
public enum SegmentFault : byte
{
    None,

    /// <summary>It ends before its end.</summary>
    Truncated,

    /// <summary>There is more than a segment in it.</summary>
    TooLong,
    NotASegment,

    /// <summary>It names numbers that no segment can have.</summary>
    Impossible,

    /// <summary>It is sealed for another key.</summary>
    OtherKey,

    /// <summary>Its name is not its own.</summary>
    OtherName,

    /// <summary>It does not open: changed after it was sealed, or never ours.</summary>
    Damaged,

    /// <summary>It opens, and what is in it cannot be read.</summary>
    Unreadable,

    /// <summary>Another file was loaded under its id.</summary>
    Replayed,
}
