using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Lifeguard.Access.Keys;

/// <summary>
/// What the site hands to a browser and takes back: between two pages of signing in, or as a cookie. The browser can neither read nor
/// change it, and it is good for one purpose and a while.
/// </summary>
internal sealed class Seals(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Seal<T>(string purpose, T value) =>
        Base64Url.EncodeToString(Protector(purpose).Protect(JsonSerializer.SerializeToUtf8Bytes(new Sealed<T>(clock.GetUtcNow(), value))));

    /// <summary>The default for what is not ours, was sealed for something else, or is too old.</summary>
    public T? Open<T>(string purpose, string? text, TimeSpan within)
    {
        if (string.IsNullOrEmpty(text)) return default;
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed<T>>(Protector(purpose).Unprotect(Base64Url.DecodeFromChars(text)));
            return opened is not null && opened.At + within > clock.GetUtcNow() ? opened.Value : default;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return default;
        }
    }

    /// <summary>For what stays in the database.</summary>
    public byte[] SealBytes(string purpose, byte[] value) => Protector(purpose).Protect(value);

    /// <summary>Null for what was sealed with a key that is lost.</summary>
    public byte[]? OpenBytes(string purpose, byte[] value)
    {
        try
        {
            return Protector(purpose).Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("access", purpose);

    private sealed record Sealed<T>(DateTimeOffset At, T Value);
}
