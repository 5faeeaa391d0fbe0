using System.Globalization;

namespace Lifeguard.Cli.Backups;

/// <summary>The folder of backups. One that is being made has a name that begins with a dot, so what has a whole name is whole.</summary>
internal sealed class BackupShelf(string folder)
{
    private const string Part = ".part-";
    private const string Name = "yyyy-MM-dd'T'HHmmss'Z'";

    public string Folder => folder;

    /// <summary>Whole backups, the oldest first.</summary>
    public IReadOnlyList<string> Whole => Directory.Exists(folder)
        ? [.. Directory.GetDirectories(folder).Where(one => File.Exists(Path.Combine(one, BackupManifest.FileName)) && !Path.GetFileName(one).StartsWith('.')).Order(StringComparer.Ordinal)]
        : [];

    public static string NameFor(DateTimeOffset at) => at.UtcDateTime.ToString(Name, CultureInfo.InvariantCulture);

    /// <exception cref="BackupRefused">Another backup is being made.</exception>
    public FileStream Hold()
    {
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            throw new BackupRefused("Another backup is being made at this moment. Wait until it has ended.");
        }
    }

    /// <summary>A fresh folder for a backup in the making; what an interrupted one left is taken away.</summary>
    public string Begin(string name)
    {
        foreach (var left in Directory.GetDirectories(folder, Part + "*")) Directory.Delete(left, recursive: true);
        var part = Path.Combine(folder, Part + name);
        Directory.CreateDirectory(part, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return part;
    }

    /// <summary>Gives the backup its name, when all of it is on the disk.</summary>
    public async Task<string> FinishAsync(string part, CancellationToken stop)
    {
        var whole = Path.Combine(folder, Path.GetFileName(part)[Part.Length..]);
        await Programs.MustAsync("Writing the backup to the disk", "sync \"$1\"/* \"$1\"; mv --no-target-directory \"$1\" \"$2\"; sync \"$3\"", [part, whole, folder], stop);
        return whole;
    }

    /// <summary>Takes away backups older than the days that are kept, but never one of the newest few.</summary>
    public IReadOnlyList<string> RemoveOld(DateTimeOffset now, int keepDays)
    {
        var removed = new List<string>();
        foreach (var old in Whole.SkipLast(BackupSettings.FewestKept))
        {
            // A folder that somebody named otherwise was kept on purpose.
            if (!DateTimeOffset.TryParseExact(Path.GetFileName(old), Name, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made) || made > now.AddDays(-keepDays)) continue;
            // The name goes first: half a folder must not look whole.
            var going = Path.Combine(folder, Part + Path.GetFileName(old));
            Directory.Move(old, going);
            Directory.Delete(going, recursive: true);
            removed.Add(Path.GetFileName(old));
        }

        return removed;
    }
}
