using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.DataProtection.Sealing;

/// <summary>
/// Seals a file with words, in the form of age (age-encryption.org/v1, its scrypt recipient), so that whoever gets it can open it with a
/// program that is not ours.
/// <code>
/// age-encryption.org/v1
/// -> scrypt SALT LOG-N                  words and salt, through scrypt ─► key that wraps the file key
/// WRAPPED FILE KEY                      ChaCha20-Poly1305
/// --- MAC                               HMAC of all above, with a key from the file key
/// nonce, then pieces of 64 KiB          ChaCha20-Poly1305, counted, the last one marked
/// </code>
/// </summary>
internal static class AgeFile
{
    private const int KeyLength = 16;
    private const int Piece = 64 * 1024;
    private const int Tag = 16;
    private const string Version = "age-encryption.org/v1";

    // The words are 128 random bits and cannot be guessed at any speed; more work would only cost memory.
    private const int LogN = 14;

    public static byte[] Seal(ReadOnlySpan<byte> content, string words)
    {
        var fileKey = RandomNumberGenerator.GetBytes(KeyLength);
        var salt = RandomNumberGenerator.GetBytes(KeyLength);
        var header = Header(fileKey, salt, words);
        var mac = HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, 32, [], "header"u8.ToArray()), Encoding.ASCII.GetBytes(header));

        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes($"{header} {Base64(mac)}\n"));
        var nonce = RandomNumberGenerator.GetBytes(KeyLength);
        file.Write(nonce);
        using var cipher = new ChaCha20Poly1305(HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, 32, nonce, "payload"u8.ToArray()));
        for (long number = 0, at = 0; ; number++, at += Piece)
        {
            var piece = content[(int)at..(int)Math.Min(at + Piece, content.Length)];
            var isLast = at + Piece >= content.Length;
            var sealedPiece = new byte[piece.Length + Tag];
            cipher.Encrypt(NonceOf(number, isLast), piece, sealedPiece.AsSpan(0, piece.Length), sealedPiece.AsSpan(piece.Length));
            file.Write(sealedPiece);
            if (isLast) return file.ToArray();
        }
    }

    private static string Header(byte[] fileKey, byte[] salt, string words)
    {
        var wrapping = Scrypt.Derive(Encoding.UTF8.GetBytes(words), [.. Encoding.ASCII.GetBytes($"{Version}/scrypt"), .. salt], LogN, 32);
        var wrapped = new byte[KeyLength + Tag];
        using var cipher = new ChaCha20Poly1305(wrapping);
        cipher.Encrypt(new byte[12], fileKey, wrapped.AsSpan(0, KeyLength), wrapped.AsSpan(KeyLength));
        return string.Create(CultureInfo.InvariantCulture, $"{Version}\n-> scrypt {Base64(salt)} {LogN}\n{Base64(wrapped)}\n---");
    }

    private static byte[] NonceOf(long number, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
