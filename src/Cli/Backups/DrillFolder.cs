namespace Lifeguard.Cli.Backups;

/// <summary>
/// The folder of a drill, in which the restored database lies in plain for as long as it lasts. A drill that was killed, or ended by a
/// power cut, leaves it behind; the next drill or backup takes it away. Its server ends by itself when its data are gone.
/// </summary>
internal sealed class DrillFolder : IDisposable
{
    private const string Prefix = "lifeguard-drill-";
    private const string Mark = ".lock";
    private readonly FileStream _held;

    private DrillFolder(string path, FileStream held) => (Path, _held) = (path, held);

    public string Path { get; }

    public static DrillFolder Begin(string scratch, DateTimeOffset at)
    {
        var path = System.IO.Path.Combine(scratch, $"{Prefix}{Guid.CreateVersion7(at):N}");
        // The mark before the folder, so that nobody takes a folder for one that was left. The system lets go of it when the process ends.
        return new DrillFolder(path, new FileStream(path + Mark, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>Takes away what drills left that no process holds any more.</summary>
    /// <returns>How many.</returns>
    public static int RemoveLeft(string scratch)
    {
        if (!Directory.Exists(scratch)) return 0;
        var removed = 0;
        foreach (var mark in Directory.GetFiles(scratch, Prefix + "*" + Mark))
        {
            try
            {
                using var held = new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                new DrillFolder(mark[..^Mark.Length], held).Remove();
                removed++;
            }
            catch (IOException) when (File.Exists(mark))
            {
                // That drill goes on, or its server is still ending: the next one takes it away.
            }
        }

        return removed;
    }

    public void Dispose()
    {
        Remove();
        _held.Dispose();
    }

    private void Remove()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        File.Delete(Path + Mark);
    }
}
