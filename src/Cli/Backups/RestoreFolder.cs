namespace Lifeguard.Cli.Backups;

/// <summary>
/// The folder into which a backup is restored for real. A mark beside it says that it is not whole yet: a restore that was killed leaves
/// both behind, and the next one into the same folder takes them away and begins anew.
/// </summary>
internal sealed class RestoreFolder : IDisposable
{
    private const string Mark = ".restoring";
    private readonly FileStream _held;

    private RestoreFolder(string path, FileStream held, bool wasLeft) => (Path, _held, WasLeft) = (path, held, wasLeft);

    public string Path { get; }

    /// <summary>An earlier restore was interrupted, and what it left was taken away.</summary>
    public bool WasLeft { get; }

    /// <exception cref="BackupRefused">Something else lies there, or another restore is writing it.</exception>
    public static RestoreFolder Begin(string into)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(into));
        var wasLeft = File.Exists(path + Mark);
        // Nothing of somebody else's is ever taken away: without the mark the folder must be empty.
        if (!wasLeft && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new BackupRefused($"{into} is not empty. Name a folder that is.");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var folder = new RestoreFolder(path, Hold(path + Mark, into), wasLeft);
        if (wasLeft) folder.TakeAway();
        return folder;
    }

    /// <summary>The restore has failed: nothing of it stays.</summary>
    public void TakeAway()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    public void Dispose()
    {
        File.Delete(Path + Mark);
        _held.Dispose();
    }

    // The system lets go of it when the process ends, however it ends.
    private static FileStream Hold(string mark, string into)
    {
        try
        {
            return new FileStream(mark, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(mark))
        {
            throw new BackupRefused($"Another restore is writing into {into}.");
        }
    }
}
