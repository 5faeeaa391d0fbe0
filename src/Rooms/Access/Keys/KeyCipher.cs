using System.Security.Cryptography;

namespace Lifeguard.Access.Keys;

/// <summary>Seals with AES-256-GCM of the framework: one byte of version, then nonce, tag and what is sealed.</summary>
internal static class KeyCipher
{
    private const byte Version = 1;
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;
    private static readonly int HeadLength = 1 + NonceLength + TagLength;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeadLength + plain.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(HeadLength), sealedBytes.AsSpan(1 + NonceLength, TagLength));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Sealed with another key, in another way, or changed since.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeadLength || sealedBytes[0] != Version) throw new CryptographicException("This was not sealed here.");

        var plain = new byte[sealedBytes.Length - HeadLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(sealedBytes.Slice(1, NonceLength), sealedBytes[HeadLength..], sealedBytes.Slice(1 + NonceLength, TagLength), plain);
        return plain;
    }
}
