using System.Security.Cryptography;

namespace Lifeguard.Filtering.Spool;

/// <summary>The site's key for the gate's log. The private half stays with the site; <c>spool.pub</c> goes to the gateways.</summary>
public static class SpoolKey
{
    public const string PublicName = "spool.pub";
    public const string PrivateName = "spool.key";

    /// <summary>Reads the private half, or makes it where there is none yet, for its owner alone.</summary>
    public static ECDiffieHellman ReadOrMake(string privateFile)
    {
        if (!File.Exists(privateFile))
        {
            using var made = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            var tmp = privateFile + ".tmp";
            File.Delete(tmp);
            using (var stream = new FileStream(tmp, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                stream.Write(System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
                stream.Flush(flushToDisk: true);
            }

            File.Move(tmp, privateFile);
        }

        var key = ECDiffieHellman.Create();
        key.ImportFromPem(File.ReadAllText(privateFile));
        return key;
    }

    public static string PublicPem(ECDiffieHellman key) => key.ExportSubjectPublicKeyInfoPem() + "\n";

    internal static ECDiffieHellman ReadPublic(string pem)
    {
        var key = ECDiffieHellman.Create();
        key.ImportFromPem(pem);
        if (key.KeySize == 256) return key;
        key.Dispose();
        throw new CryptographicException("The key for the log is not one on the curve P-256.");
    }

    internal static byte[] Mark(ECDiffieHellman key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..SegmentHead.KeyMarkLength];
}
