using System.Security.Cryptography;

namespace Lifeguard.Organisation.Model;

/// <summary>The short code behind which people without an account report: random, so that it cannot be guessed from a school's name.</summary>
internal static class ReportCode
{
    public const int Length = 8;

    // Without I, L, O, U, 0 and 1: it is read from a poster and typed on a telephone.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As stored: capitals, without spaces and dashes; null when it cannot be a code.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length ? code : null;
    }
}
