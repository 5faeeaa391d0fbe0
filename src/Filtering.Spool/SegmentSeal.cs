using System.Security.Cryptography;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// Seals a segment for a public key: a one-time key pair on P-256, the shared secret through HKDF (salt: the segment's id; info: a fixed
/// word, the key's mark and the one-time point) to a key for AES-256-GCM that is used once, with the file's whole head as associated data.
/// </summary>
internal static class SegmentSeal
{
    private static ReadOnlySpan<byte> Word => "lifeguard spool 1"u8;

    /// <summary>The file's bytes.</summary>
    public static byte[] Seal(ECDiffieHellman recipient, byte[] mark, in SegmentHead head, ReadOnlySpan<byte> payload)
    {
        var file = new byte[SegmentHead.Length + payload.Length + SegmentHead.TagLength];
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = once.ExportParameters(includePrivateParameters: false).Q;
        Span<byte> raw = stackalloc byte[SegmentHead.PointLength];
        raw[0] = 4;
        point.X!.CopyTo(raw[1..]);
        point.Y!.CopyTo(raw[33..]);
        head.Write(file, mark, raw);

        using var other = recipient.PublicKey;
        var secret = once.DeriveRawSecretAgreement(other);
        using var gcm = new AesGcm(Key(secret, file), SegmentHead.TagLength);
        gcm.Encrypt(new byte[12], payload, file.AsSpan(SegmentHead.Length, payload.Length), file.AsSpan(SegmentHead.Length + payload.Length), file.AsSpan(0, SegmentHead.Length));
        CryptographicOperations.ZeroMemory(secret);
        return file;
    }

    /// <summary>What was sealed, or null.</summary>
    public static byte[]? Open(ECDiffieHellman own, in SegmentHead head, ReadOnlySpan<byte> file)
    {
        var raw = file.Slice(SegmentHead.PointAt, SegmentHead.PointLength);
        if (raw[0] != 4) return null;
        try
        {
            using var once = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = raw.Slice(1, 32).ToArray(), Y = raw.Slice(33, 32).ToArray() } });
            using var other = once.PublicKey;
            var secret = own.DeriveRawSecretAgreement(other);
            using var gcm = new AesGcm(Key(secret, file), SegmentHead.TagLength);
            var payload = new byte[head.SealedLength];
            gcm.Decrypt(new byte[12], file.Slice(SegmentHead.Length, head.SealedLength), file.Slice(SegmentHead.Length + head.SealedLength, SegmentHead.TagLength), payload, file[..SegmentHead.Length]);
            CryptographicOperations.ZeroMemory(secret);
            return payload;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Key(byte[] secret, ReadOnlySpan<byte> head)
    {
        Span<byte> info = stackalloc byte[Word.Length + SegmentHead.KeyMarkLength + SegmentHead.PointLength];
        Word.CopyTo(info);
        head.Slice(SegmentHead.KeyMarkAt, SegmentHead.KeyMarkLength + SegmentHead.PointLength).CopyTo(info[Word.Length..]);
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, head.Slice(8, 16), info);
        return key;
    }
}
