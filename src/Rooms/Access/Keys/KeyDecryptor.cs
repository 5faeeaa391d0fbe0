using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Access.Keys;

/// <summary>
/// Opens what <see cref="KeyEncryptor"/> sealed. The framework makes it by its name, which stands beside each sealed key in the database:
/// under another name the keys of before would not open.
/// </summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed with another key file.</exception>
    public XElement Decrypt(XElement encryptedElement) => Open(services.GetRequiredService<KeyFile>(), encryptedElement);

    public static XElement Open(KeyFile file, XElement sealedKey) =>
        XElement.Parse(Encoding.UTF8.GetString(KeyCipher.Open(file.Key, Convert.FromBase64String(sealedKey.Value))));
}
