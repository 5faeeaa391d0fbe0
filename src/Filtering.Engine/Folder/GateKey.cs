using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>
/// The key that site and gateways share. Read anew each time, so it can be changed; without it every door that asks for it stays shut.
/// </summary>
/// <param name="folder">The gate's folder; null where there is no gate.</param>
public sealed class GateKey(string? folder)
{
    private const string Scheme = "Bearer ";
    private const int Shortest = 16;
    private const int Longest = 1024;

    /// <summary>Null where there is none that can be used.</summary>
    public string? Read()
    {
        if (folder is null) return null;
        try
        {
            var file = new FileInfo(Path.Combine(folder, GateFolder.KeyFile));
            if (!file.Exists || file.Length > Longest) return null;
            var key = File.ReadAllText(file.FullName).Trim();
            return key.Length >= Shortest ? key : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether an <c>Authorization</c> field carries the key. It takes as long for a wrong one as for the right one.</summary>
    public bool Opens(string? authorization) => authorization?.StartsWith(Scheme, StringComparison.Ordinal) is true && Read() is { } key
        && CryptographicOperations.FixedTimeEquals(Digest(key), Digest(authorization[Scheme.Length..].Trim()));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
