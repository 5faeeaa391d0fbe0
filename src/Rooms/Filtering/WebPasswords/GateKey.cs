using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Model;

namespace Lifeguard.Filtering.WebPasswords;

/// <summary>The key that gateways and site share, as the site holds it against what it is shown. Read anew each time, so it can be changed.</summary>
internal sealed class GateKey(GateSettings settings)
{
    private const string Scheme = "Bearer ";
    private const int Shortest = 16;
    private const int Longest = 1024;

    /// <summary>It takes as long for a wrong one as for the right one.</summary>
    public bool Opens(string? authorization) => authorization?.StartsWith(Scheme, StringComparison.Ordinal) is true && Read() is { } key
        && CryptographicOperations.FixedTimeEquals(Digest(key), Digest(authorization[Scheme.Length..].Trim()));

    private string? Read()
    {
        try
        {
            var file = new FileInfo(settings.At(GateFolder.KeyFile));
            if (!file.Exists || file.Length > Longest) return null;
            var key = File.ReadAllText(file.FullName).Trim();
            return key.Length >= Shortest ? key : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
