using System.Security.Cryptography;
using System.Text;
using Lifeguard.Kernel;

namespace Lifeguard.Filtering.Model;

/// <summary>
/// What a person types where the proxy asks who they are. A proxy's sign-in goes over the school's network in the clear, so it is never the
/// password of the account: it opens no page of ours, nobody chooses it, and whoever reads it on the way can browse in their name and nothing else.
/// </summary>
internal sealed class WebPassword
{
    public const string RecordKind = "web-password";
    private const int Letters = 16;

    // Without I, L, O, U, 0 and 1: they are typed from paper. Sixteen of thirty are 78 bits.
    private const string Alphabet = "23456789abcdefghjkmnpqrstvwxyz";

    // So many letters need no slowness to be safe from guessing; this much keeps a stolen copy of the table useless should the letters ever be fewer.
    private const int Rounds = 10_000;
    private const int Length = 32;

    public Guid Id { get; private init; }

    public Guid Org { get; private init; }

    public Guid IdentityId { get; private init; }

    public byte[] Salt { get; private init; } = [];

    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset MadeAt { get; private init; }

    public RecordRef Ref => new(RecordKind, Id);

    /// <summary>A new one, and what is shown of it once.</summary>
    public static (WebPassword Kept, string Shown) New(Guid org, Guid identity, DateTimeOffset now)
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Letters);
        var salt = RandomNumberGenerator.GetBytes(Length);
        var kept = new WebPassword { Id = Guid.CreateVersion7(now), Org = org, IdentityId = identity, Salt = salt, Hash = HashOf(letters, salt), MadeAt = now };
        return (kept, string.Join('-', letters.Chunk(4).Select(group => new string(group))));
    }

    /// <summary>Takes as long for somebody who has none as for a wrong one.</summary>
    public static bool Opens(WebPassword? password, string typed)
    {
        var hash = HashOf(Plain(typed), password?.Salt ?? new byte[Length]);
        return CryptographicOperations.FixedTimeEquals(hash, password?.Hash ?? new byte[Length]) && password is not null;
    }

    /// <summary>Stands for this password and these words in memory; another once either changes.</summary>
    public string MarkOf(string typed) => Convert.ToHexString(SHA256.HashData([.. Hash, .. Encoding.ASCII.GetBytes(Plain(typed))]));

    // Capitals, dashes and spaces make no difference: it is read from paper.
    private static string Plain(string typed) => new([.. typed.Where(char.IsAsciiLetterOrDigit).Take(Letters + 1).Select(char.ToLowerInvariant)]);

    private static byte[] HashOf(string letters, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(letters, salt, Rounds, HashAlgorithmName.SHA256, Length);
}
