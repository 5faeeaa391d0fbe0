using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace Lifeguard.Children.Storage;

/// <summary>
/// Seals what a child's file says with the house's keys, as drafts are sealed: a copy of the database alone opens nothing. Bound to its own
/// row, so that words laid into another child's row do not open there.
/// </summary>
internal sealed class FileSeal(IDataProtectionProvider protection)
{
    private static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly IDataProtector _protector = protection.CreateProtector("child-file");

    public byte[] Seal<T>(Guid row, T words) => _protector.CreateProtector(row.ToString("N")).Protect(JsonSerializer.SerializeToUtf8Bytes(words, Form));

    /// <summary>Null when the key is not there: then the page says so, and the words come back with the key.</summary>
    public T? Open<T>(Guid row, byte[] words)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(_protector.CreateProtector(row.ToString("N")).Unprotect(words), Form);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public byte[] SealBytes(Guid row, byte[] bytes) => _protector.CreateProtector(row.ToString("N")).Protect(bytes);

    public byte[]? OpenBytes(Guid row, byte[] bytes)
    {
        try
        {
            return _protector.CreateProtector(row.ToString("N")).Unprotect(bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The sum of the sealed words, for the journal: it says nothing of them, and shows whether they are the same.</summary>
    public static string Digest(byte[] words) => Convert.ToHexStringLower(SHA256.HashData(words));
}
