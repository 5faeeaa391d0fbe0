using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Access.Model;

/// <summary>
/// The six digits of an authenticator app (RFC 6238: SHA-1, thirty seconds). The framework's own would take a code twice and two minutes
/// late; here the step of a code is remembered, and one step before and after is taken, for phones whose clock is a little off.
/// </summary>
internal static class AuthenticatorCode
{
    public const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The step whose code this is; null when it is none of the three that are good now, or not newer than the last one taken.</summary>
    public static long? StepOf(byte[] key, string? typed, DateTimeOffset now, long? lastTaken)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length != 6) return null;

        var current = now.ToUnixTimeSeconds() / Seconds;
        long? found = null;
        // All three are looked at, so that the time taken says nothing.
        for (var step = current - 1; step <= current + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(digits));
            if (same && (lastTaken is null || step > lastTaken)) found ??= step;
        }

        return found;
    }

    public static string At(byte[] key, DateTimeOffset now) => At(key, now.ToUnixTimeSeconds() / Seconds);

    /// <summary>The key as it is typed: capital letters and digits in groups of four.</summary>
    public static string InGroups(byte[] key) => string.Join(' ', InLetters(key).Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture says to the app.</summary>
    public static string Address(byte[] key, string email) =>
        $"otpauth://totp/Lifeguard:{Uri.EscapeDataString(email)}?secret={InLetters(key)}&issuer=Lifeguard&digits=6&period={Seconds}";

    private static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // What every authenticator app computes; collisions of SHA-1 do not touch it.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string InLetters(byte[] key)
    {
        var letters = new StringBuilder();
        int held = 0, bits = 0;
        foreach (var one in key)
        {
            held = (held << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5) letters.Append(Base32[(held >> (bits - 5)) & 31]);
        }

        return letters.ToString();
    }
}
