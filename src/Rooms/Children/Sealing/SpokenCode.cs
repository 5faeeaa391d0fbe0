using System.Security.Cryptography;

namespace Lifeguard.Children.Sealing;

/// <summary>A code that one person reads to another over the telephone: groups of four, without letters that are misheard.</summary>
internal static class SpokenCode
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Group = 4;

    public static string New(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, Group)));

    /// <summary>As it was made, however it was typed: capitals, spaces, dashes, and o for zero.</summary>
    public static string Plain(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToLowerInvariant().Where(char.IsLetterOrDigit)).Replace('o', '0').Replace('l', '1').Replace('i', '1');
        return string.Join('-', letters.Chunk(Group).Select(group => new string(group)));
    }
}
