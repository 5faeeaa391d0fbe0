using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Cli.Backups;

/// <summary>
/// What a backup says of itself: <c>backup.txt</c>, plain lines that nobody needs a key to read, and nothing in them about a person or a
/// case. The last line is the sum of those before it (docs/backup-format.md).
/// </summary>
internal sealed record BackupManifest
{
    public const string FileName = "backup.txt";
    private const string First = "lifeguard-backup 1";
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>PostgreSQL's own number of the server, which also names the folder of its log.</summary>
    public required string System { get; init; }

    public required int Version { get; init; }

    public required string Database { get; init; }

    /// <summary>The first piece of the log that a restore needs.</summary>
    public required string LogFrom { get; init; }

    /// <summary>How much room the unpacked database takes.</summary>
    public required long Unpacked { get; init; }

    /// <summary>How far the journal was sealed before the backup began; what is restored is at least as long.</summary>
    public required long Position { get; init; }

    public required IReadOnlyList<BackupFile> Files { get; init; }

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{First}\nmade {MadeAt.ToUniversalTime().ToString(Time, CultureInfo.InvariantCulture)}\nsystem {System}\npostgresql {Version}\n");
        text.Append(CultureInfo.InvariantCulture, $"database {Database}\nlog-from {LogFrom}\nunpacked {Unpacked}\njournal {Position}\n");
        foreach (var file in Files) text.Append(CultureInfo.InvariantCulture, $"file {file.Sum} {file.Bytes} {file.Name}\n");
        return text + $"check {Sum(text.ToString())}\n";
    }

    /// <exception cref="BackupRefused">There is none, or it is not as it was written.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken stop)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new BackupRefused($"{folder} is not a whole backup: {FileName} is missing. Name a folder that ./lifeguard backup made.");

        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, stop));
        var end = text.LastIndexOf("check ", StringComparison.Ordinal);
        if (end < 0 || text[end..] != $"check {Sum(text[..end])}\n") throw Damaged(FileName);
        try
        {
            return Parse(text[..end]);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            throw new BackupRefused($"{FileName} is of a form that this version does not know. Restore it with the version that made it, or a newer one.");
        }
    }

    /// <exception cref="BackupRefused">A file is missing, or not as it was written.</exception>
    public async Task CheckFilesAsync(string folder, CancellationToken stop)
    {
        foreach (var file in Files)
        {
            if (!File.Exists(Path.Combine(folder, file.Name))) throw new BackupRefused($"{file.Name} is missing from this backup. Use another backup.");
            if (await BackupFile.OfAsync(folder, file.Name, stop) != file) throw Damaged(file.Name);
        }
    }

    public static BackupRefused Damaged(string name) =>
        new($"{name} is not as it was written: it was changed, or the disk has failed. Nothing was restored from it. Use another copy of this backup, or an earlier backup, and have the disk looked at.");

    private static BackupManifest Parse(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines[0] != First) throw new FormatException();
        var named = lines.Skip(1).Select(line => line.Split(' ', 2)).ToLookup(pair => pair[0], pair => pair[1]);
        return new BackupManifest
        {
            MadeAt = DateTimeOffset.ParseExact(named["made"].Single(), Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            System = named["system"].Single(),
            Version = int.Parse(named["postgresql"].Single(), CultureInfo.InvariantCulture),
            Database = named["database"].Single(),
            LogFrom = named["log-from"].Single(),
            Unpacked = long.Parse(named["unpacked"].Single(), CultureInfo.InvariantCulture),
            Position = long.Parse(named["journal"].Single(), CultureInfo.InvariantCulture),
            Files = [.. named["file"].Select(line => line.Split(' ', 3)).Select(cells => new BackupFile(cells[2], long.Parse(cells[1], CultureInfo.InvariantCulture), cells[0]))],
        };
    }

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)));
}
