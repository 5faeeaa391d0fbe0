namespace PartsList;

/// <summary>One package, as a lock file names it.</summary>
/// <param name="Sha512">What the lock holds it to, in hexadecimal; empty for the runtime, which no lock names.</param>
/// <param name="IsShipped">In what a school installs; else it builds or tests only.</param>
internal sealed record Part(string Purl, string Name, string Version, string Sha512, string Licence, bool IsShipped)
{
    public static string Hex(string base64) => Convert.ToHexStringLower(Convert.FromBase64String(base64));
}
