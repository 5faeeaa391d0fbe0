using System.Security.Cryptography;

namespace Lifeguard.Cli.Backups;

/// <summary>A file of a backup, as it was written.</summary>
internal sealed record BackupFile(string Name, long Bytes, string Sum)
{
    public static async Task<BackupFile> OfAsync(string folder, string name, CancellationToken stop)
    {
        await using var file = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return new BackupFile(name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)));
    }
}
