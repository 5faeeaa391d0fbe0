using System.Globalization;
using System.Text;

namespace Lifeguard.Storage.Journal;

/// <summary>
/// Writes the journal's head to a file outside the database, so that whoever owns the database cannot rewrite history unseen.
/// The file is only ever added to; its form is in docs/journal-format.md.
/// </summary>
/// <param name="path">Best on another machine: a folder that this one can add to.</param>
public sealed class WitnessFile(string path, Sealer sealer, TimeProvider clock)
{
    private const int Tries = 20;

    public string Path => path;

    /// <summary>Adds a mark for what is sealed and committed by now; answers its position, 0 when nothing is sealed and so nothing was written.</summary>
    /// <exception cref="IOException">The file cannot be written; it is as it was, or holds the whole mark.</exception>
    public async Task<long> MarkAsync(CancellationToken stop)
    {
        // Read over a connection of its own: only what is committed can be seen, so no mark ever names a seal that may vanish.
        var (position, chain) = await sealer.HeadAsync(stop);
        if (position == 0) return 0;

        await AddAsync(string.Create(CultureInfo.InvariantCulture, $"{position}\t{Convert.ToHexStringLower(chain)}\t{clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}\n"), stop);
        return position;
    }

    /// <summary>A new database begins a new chain: the marks of an earlier one are kept under another name.</summary>
    /// <returns>The new name, or null when there were none.</returns>
    public string? SetAside()
    {
        if (!File.Exists(path)) return null;

        var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.until-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        File.Move(path, aside, overwrite: false);
        return aside;
    }

    private async Task AddAsync(string line, CancellationToken stop)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
                await EndLastLineAsync(file, stop);
                await file.WriteAsync(Encoding.UTF8.GetBytes(line), stop);
                file.Flush(flushToDisk: true);
                return;
            }
            catch (IOException) when (tried < Tries && File.Exists(path))
            {
                // The command line and the site may write at the same time; each holds the file for a moment.
                await Task.Delay(50, stop);
            }
        }
    }

    // A machine that lost power in the middle of a line leaves half a mark, which is none.
    private static async Task EndLastLineAsync(FileStream file, CancellationToken stop)
    {
        var one = new byte[1];
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            await file.ReadExactlyAsync(one, stop);
            if (one[0] != (byte)'\n') continue;
            if (end < file.Length) file.SetLength(end);
            file.Position = end;
            return;
        }

        file.SetLength(0);
    }
}
