using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Access.Model;

/// <summary>Ten codes to print. Eighty bits each, so their hashes need no salt and no slowness.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Length = 16;

    // Without I, L, O, U, 0 and 1: they are read from paper.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(4).Select(group => new string(group))))];

    /// <summary>Null for something that cannot be a recovery code.</summary>
    public static byte[]? Hash(string? typed)
    {
        var letters = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return letters.Length == Length ? SHA256.HashData(Encoding.ASCII.GetBytes(letters)) : null;
    }
}
