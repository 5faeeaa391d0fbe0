using System.Text.RegularExpressions;
using Lifeguard.Access.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Access;

/// <summary>A phone with an authenticator app: it was shown a page with a key, and shows codes.</summary>
internal sealed partial class Phone(byte[] key)
{
    public static Phone Reading(PageSeen page)
    {
        var letters = Key().Match(page.Document.QuerySelector("strong.lg-words")?.TextContent ?? "") is { Success: true } found
            ? found.Value.Replace(" ", "", StringComparison.Ordinal)
            : throw new InvalidOperationException($"No key on {page.Path}: {page.Text}");
        var bytes = new List<byte>();
        int held = 0, bits = 0;
        foreach (var letter in letters)
        {
            held = ((held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            if ((bits += 5) < 8) continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
        }

        return new Phone([.. bytes]);
    }

    public string Code(DateTimeOffset now) => AuthenticatorCode.At(key, now);

    [GeneratedRegex("^[A-Z2-7 ]{30,}$")]
    private static partial Regex Key();
}
