using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Engine.Folder;

namespace Lifeguard.Gateway.Live;

/// <summary>The key that site and gateway share (<c>gate.key</c> in the gate's folder). Read anew each time, so it can be changed; without it every door of the kind stays shut.</summary>
internal sealed class GateKey(GatewaySettings settings)
{
    private const int Shortest = 16;
    private const int Longest = 1024;

    public string? Read()
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

    /// <summary>Whether an <c>Authorization</c> field carries the key. It takes as long for a wrong one as for the right one.</summary>
    public bool Opens(string? authorization)
    {
        if (Read() is not { } key || authorization is null || !authorization.StartsWith("Bearer ", StringComparison.Ordinal)) return false;
        return CryptographicOperations.FixedTimeEquals(Hash(key), Hash(authorization["Bearer ".Length..].Trim()));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
