using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Storage.Sealing;

/// <summary>
/// A file in the age format (age-encryption.org/v1) that opens with a passphrase. Written here because the age program takes a passphrase
/// from a terminal alone; whoever receives it opens it with that program and without us.
/// <code>
/// age-encryption.org/v1
/// -> scrypt SALT LOGCOST
/// the file's key, 16 bytes, sealed with the key from the passphrase
/// --- check of the lines above
/// nonce, then pieces of 64 kB, each sealed, the last one marked
/// </code>
/// </summary>
public static class AgePassphrase
{
    private const string Version = "age-encryption.org/v1";
    private const int LogCost = 15;
    private const int MostLogCost = 18;
    private const int Piece = 64 * 1024;
    private const int Tag = 16;
    private const int KeyLength = 16;

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Encoding.ASCII.GetBytes(Version + "\n-> scrypt "));

    public static byte[] Seal(byte[] content, string passphrase)
    {
        var (fileKey, salt) = (RandomNumberGenerator.GetBytes(KeyLength), RandomNumberGenerator.GetBytes(16));
        var wrapped = new byte[KeyLength + Tag];
        using (var cipher = new ChaCha20Poly1305(WrapKey(passphrase, salt, LogCost)))
            cipher.Encrypt(new byte[12], fileKey, wrapped.AsSpan(0, KeyLength), wrapped.AsSpan(KeyLength));
        var head = $"{Version}\n-> scrypt {Base64(salt)} {LogCost}\n{Base64(wrapped)}\n---";
        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes($"{head} {Base64(Check(fileKey, head))}\n"));
        SealPieces(file, content, fileKey);
        return file.ToArray();
    }

    /// <summary>The content, or null: another passphrase, or a file that somebody changed or cut.</summary>
    public static byte[]? Open(byte[] file, string passphrase)
    {
        try
        {
            var (head, check, body) = Parts(file);
            var stanza = head.Split('\n');
            if (stanza is not [Version, var arguments, var wrappedText, "---"] || arguments.Split(' ') is not ["->", "scrypt", var salt, var cost]) return null;
            if (!int.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var logCost) || logCost is < 1 or > MostLogCost) return null;
            var (wrapped, fileKey) = (FromBase64(wrappedText), new byte[KeyLength]);
            if (wrapped.Length != KeyLength + Tag) return null;
            using (var cipher = new ChaCha20Poly1305(WrapKey(passphrase, FromBase64(salt), logCost)))
                cipher.Decrypt(new byte[12], wrapped.AsSpan(0, KeyLength), wrapped.AsSpan(KeyLength), fileKey);
            return CryptographicOperations.FixedTimeEquals(Check(fileKey, head), check) ? OpenPieces(file.AsSpan(body), fileKey) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static (string Head, byte[] Check, int Body) Parts(byte[] file)
    {
        var text = Encoding.ASCII.GetString(file, 0, Math.Min(file.Length, 1_000));
        var mark = text.IndexOf("\n--- ", StringComparison.Ordinal);
        var end = mark < 0 ? -1 : text.IndexOf('\n', mark + 1);
        if (end < 0) throw new FormatException("No end of the head.");
        return (text[..(mark + 4)], FromBase64(text[(mark + 5)..end]), end + 1);
    }

    private static byte[] WrapKey(string passphrase, byte[] salt, int logCost) =>
        Scrypt.Key(Encoding.UTF8.GetBytes(passphrase), [.. Encoding.ASCII.GetBytes(Version + "/scrypt"), .. salt], logCost, 8, 1, 32);

    private static byte[] Check(byte[] fileKey, string head) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, 32, [], Encoding.ASCII.GetBytes("header")), Encoding.ASCII.GetBytes(head));

    private static void SealPieces(MemoryStream file, byte[] content, byte[] fileKey)
    {
        var nonce = RandomNumberGenerator.GetBytes(16);
        file.Write(nonce);
        using var cipher = new ChaCha20Poly1305(PieceKey(fileKey, nonce));
        for (var (at, count) = (0, 0L); ; at += Piece, count++)
        {
            var piece = content.AsSpan(at, Math.Min(Piece, content.Length - at));
            var isLast = at + piece.Length >= content.Length;
            var sealedPiece = new byte[piece.Length + Tag];
            cipher.Encrypt(PieceNonce(count, isLast), piece, sealedPiece.AsSpan(0, piece.Length), sealedPiece.AsSpan(piece.Length));
            file.Write(sealedPiece);
            if (isLast) return;
        }
    }

    private static byte[]? OpenPieces(ReadOnlySpan<byte> body, byte[] fileKey)
    {
        if (body.Length < 16 + Tag) return null;
        using var cipher = new ChaCha20Poly1305(PieceKey(fileKey, body[..16].ToArray()));
        body = body[16..];
        using var content = new MemoryStream(body.Length);
        for (var count = 0L; ; count++)
        {
            var length = Math.Min(Piece + Tag, body.Length);
            if (length < Tag) return null;
            var isLast = length == body.Length;
            var piece = new byte[length - Tag];
            cipher.Decrypt(PieceNonce(count, isLast), body[..piece.Length], body[piece.Length..length], piece);
            content.Write(piece);
            if (isLast) return content.ToArray();
            body = body[length..];
        }
    }

    private static byte[] PieceKey(byte[] fileKey, byte[] nonce) => HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, 32, nonce, Encoding.ASCII.GetBytes("payload"));

    private static byte[] PieceNonce(long count, bool isLast)
    {
        var nonce = new byte[12];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), count);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] FromBase64(string text) => Convert.FromBase64String(text + new string('=', (4 - (text.Length % 4)) % 4));
}
