using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lifeguard.Gateway.Commands;

/// <summary>
/// <c>gate certificate</c>: a certificate authority of the school's own, for decryption alone. The key is for its owner alone and never leaves
/// the machine; the .crt is what devices are told to trust.
/// </summary>
internal static class MakeAuthority
{
    public const string Whole = "authority.pem";
    public const string Installable = "authority.crt";

    public static int Run(string folder, string name, TimeProvider clock, TextWriter output, TextWriter error)
    {
        var (whole, installable) = (Path.Combine(folder, Whole), Path.Combine(folder, Installable));
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"There is no folder {folder}.");
            return 2;
        }

        if (File.Exists(whole))
        {
            error.WriteLine($"{whole} is there already. Devices trust it; to begin anew, take it away first, and from the devices too.");
            return 2;
        }

        using var key = RSA.Create(3072);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={new string([.. name.Where(c => char.IsLetterOrDigit(c) || c == ' ')])} web filter"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(5));
        var pem = certificate.ExportCertificatePem() + "\n";
        Put(whole, pem + key.ExportPkcs8PrivateKeyPem() + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Put(installable, pem, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        output.WriteLine($"{installable} is what devices are told to trust; docs/gate.md says how. {whole} holds the key and never leaves this machine.");
        return 0;
    }

    private static void Put(string path, string text, UnixFileMode mode)
    {
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = mode });
        using var writer = new StreamWriter(file);
        writer.Write(text);
    }
}
