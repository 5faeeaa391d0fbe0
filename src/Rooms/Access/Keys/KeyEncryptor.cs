using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Lifeguard.Access.Keys;

/// <summary>Seals the secret part of a data-protection key before it is stored.</summary>
internal sealed class KeyEncryptor(KeyFile file) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealedKey", Convert.ToBase64String(KeyCipher.Seal(file.Key, plain))), typeof(KeyDecryptor));
    }
}
