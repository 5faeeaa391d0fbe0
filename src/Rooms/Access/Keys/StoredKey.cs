using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Lifeguard.Access.Keys;

/// <summary>A data-protection key as its row holds it: the framework's XML, whose secret part is marked or sealed.</summary>
internal sealed class StoredKey(string name, string xml)
{
    // Names of the framework's own format.
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";
    private readonly XElement _key = XElement.Parse(xml);

    public string Name => name;

    public string Xml => xml;

    public DateTimeOffset? MadeAt =>
        DateTimeOffset.TryParse(_key.Element("creationDate")?.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public bool IsPlain => Plain.Any();

    private IEnumerable<XElement> Plain => _key.DescendantsAndSelf().Where(one => (bool?)one.Attribute(Protection + "requiresEncryption") is true);

    public bool OpensWith(KeyFile file)
    {
        try
        {
            foreach (var secret in _key.Descendants(Protection + "encryptedSecret")) KeyDecryptor.Open(file, secret.Elements().Single());
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The same key with its secret part sealed, in the framework's own form.</summary>
    public string SealedWith(IXmlEncryptor encryptor)
    {
        var copy = new StoredKey(name, xml);
        foreach (var secret in copy.Plain.ToList())
        {
            var made = encryptor.Encrypt(secret);
            secret.ReplaceWith(new XElement(Protection + "encryptedSecret", new XAttribute("decryptorType", made.DecryptorType.AssemblyQualifiedName!), made.EncryptedElement));
        }

        return copy._key.ToString(SaveOptions.DisableFormatting);
    }
}
