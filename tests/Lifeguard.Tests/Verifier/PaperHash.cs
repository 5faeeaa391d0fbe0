using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Tests.Verifier;

// The format once more, written for the tests alone and slowly: hexadecimal text in, bytes out.
internal static class PaperHash
{
    public static byte[] PayloadCommitment(byte[] salt, byte[] payload) => Sha("02" + Hex(salt) + Hex(payload));

    public static byte[] Commitment(Guid id, Guid org, string kind, Guid record, string act, Guid? person, long at, byte[] payloadCommitment) =>
        Sha("00" + Part(Uuid(id)) + Part(Uuid(org)) + Part(Text(kind)) + Part(Uuid(record)) + Part(Text(act))
            + Part(person is null ? "" : Uuid(person.Value)) + Part(Number(at)) + Part(Hex(payloadCommitment)));

    public static byte[] Chain(byte[] previous, long position, byte[] commitment) => Sha("01" + Hex(previous) + Number(position) + Hex(commitment));

    private static string Part(string hex) => (hex.Length / 2).ToString("x8", CultureInfo.InvariantCulture) + hex;

    private static string Number(long number) => number.ToString("x16", CultureInfo.InvariantCulture);

    // The printed form of a uuid is its RFC 4122 order.
    private static string Uuid(Guid id) => id.ToString("N");

    private static string Text(string text) => Hex(Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);

    private static byte[] Sha(string hex) => SHA256.HashData(Convert.FromHexString(hex));
}
