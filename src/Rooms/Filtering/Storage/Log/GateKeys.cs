using System.Security.Cryptography;
using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Spool;
using Lifeguard.Storage;

namespace Lifeguard.Filtering.Storage.Log;

/// <summary>The key of the gate's log: its private half lies with the site's other keys, its public half where the gateways find it.</summary>
internal sealed class GateKeys(GateSettings settings, DataFolder data)
{
    public const string Spool = "spool";

    public ECDiffieHellman Prepare()
    {
        var file = data.At("keys", SpoolKey.PrivateName);
        if (!File.Exists(file))
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            else Directory.CreateDirectory(Path.GetDirectoryName(file)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var key = SpoolKey.ReadOrMake(file);
        Publish(SpoolKey.PublicPem(key));
        return key;
    }

    private void Publish(string pem)
    {
        var file = settings.At(SpoolKey.PublicName);
        if (File.Exists(file) && File.ReadAllText(file) == pem) return;
        Directory.CreateDirectory(settings.Folder!);
        File.WriteAllText(file + ".tmp", pem);
        File.Move(file + ".tmp", file, overwrite: true);
    }
}
