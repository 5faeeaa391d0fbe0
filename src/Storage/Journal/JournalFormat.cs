using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Storage.Journal;

/// <summary>The bytes that are committed to; docs/journal-format.md is the specification, the verifier a second reading of it.</summary>
public static class JournalFormat
{
    public const int SaltLength = 16;

    public static byte[] PayloadCommitment(ReadOnlySpan<byte> salt, string payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([2]);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(payload));
        return hash.GetHashAndReset();
    }

    public static byte[] Commitment(Guid id, Guid org, string kind, Guid record, string act, Guid? by, DateTimeOffset at, byte[] payloadCommitment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        Field(hash, id.ToByteArray(bigEndian: true));
        Field(hash, org.ToByteArray(bigEndian: true));
        Field(hash, Encoding.UTF8.GetBytes(kind));
        Field(hash, record.ToByteArray(bigEndian: true));
        Field(hash, Encoding.UTF8.GetBytes(act));
        Field(hash, by is { } identity ? identity.ToByteArray(bigEndian: true) : []);
        Field(hash, BigEndian(Microseconds(at)));
        Field(hash, payloadCommitment);
        return hash.GetHashAndReset();
    }

    public static byte[] Chain(byte[] before, long position, byte[] commitment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([1]);
        hash.AppendData(before);
        hash.AppendData(BigEndian(position));
        hash.AppendData(commitment);
        return hash.GetHashAndReset();
    }

    /// <summary>The database keeps microseconds; a finer instant would never verify again.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static long Microseconds(DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    private static byte[] BigEndian(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static void Field(IncrementalHash hash, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        hash.AppendData(length);
        hash.AppendData(value);
    }
}
