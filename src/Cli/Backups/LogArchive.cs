using System.Globalization;

namespace Lifeguard.Cli.Backups;

/// <summary>
/// The pieces of the database's log, as <c>scripts/archive-segment.sh</c> keeps them: <c>NAME~SUM.gz.age</c>, in a folder named for the
/// server beside the backups. A name has eight digits each of timeline, log and piece.
/// </summary>
internal sealed class LogArchive(string folder)
{
    private const int PiecesOfALog = 256;

    public static LogArchive Beside(string backup, string system) =>
        new(Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(backup)))!, $"log-{system}"));

    /// <summary>Everything that a restore from this piece on needs, in order: the pieces, and the histories that say where timelines part.</summary>
    public IReadOnlyList<LogPiece> From(string first)
    {
        if (!Directory.Exists(folder)) return [];
        var all = Directory.GetFiles(folder, "*~*.gz.age").Select(LogPiece.Of).OfType<LogPiece>().ToList();
        return [.. all.Where(piece => piece.IsHistory || (piece.Number is { } number && number >= LogPiece.NumberOf(first))).OrderBy(piece => piece.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="BackupRefused">A piece in the middle is missing: what came after it cannot be restored.</exception>
    public static void DemandWhole(IReadOnlyList<LogPiece> pieces, string first)
    {
        var there = pieces.Select(piece => piece.Number).OfType<long>().ToHashSet();
        if (there.Count == 0) return;
        // The first of all may have been on its way when the backup began; the backup brings its own copy of what it needs.
        for (var number = there.Min(); number < there.Max(); number++)
        {
            if (!there.Contains(number))
                throw new BackupRefused(string.Create(CultureInfo.InvariantCulture,
                    $"A piece of the log is missing: number {number - LogPiece.NumberOf(first)} after the backup began. What came after it cannot be restored. Use another copy of the backups, or a later backup; or restore this one up to a time before, with --until."));
        }
    }

    /// <summary>Takes away what no backup that is kept needs any more.</summary>
    public int RemoveBefore(string first)
    {
        if (!Directory.Exists(folder)) return 0;
        var old = Directory.GetFiles(folder, "*~*.gz.age").Select(LogPiece.Of).OfType<LogPiece>().Where(piece => piece.Number < LogPiece.NumberOf(first)).ToList();
        foreach (var piece in old) File.Delete(piece.Path);
        return old.Count;
    }

    internal static long Number(string log, string piece) =>
        (long.Parse(log, NumberStyles.HexNumber, CultureInfo.InvariantCulture) * PiecesOfALog) + long.Parse(piece, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>One piece as it lies in the archive.</summary>
/// <param name="Sum">The sum of what is inside, as its name has it.</param>
/// <param name="Number">Counted from the server's beginning, whatever its timeline; null for what is no piece of the log itself.</param>
internal sealed record LogPiece(string Path, string Name, string Sum, long? Number)
{
    private const int Digits = 24;

    public bool IsHistory => Name.EndsWith(".history", StringComparison.Ordinal);

    public static LogPiece? Of(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('~');
        return parts is [var name, var rest] ? new LogPiece(path, name, rest.Split('.')[0], IsPiece(name) ? NumberOf(name) : null) : null;
    }

    public static long NumberOf(string name) => LogArchive.Number(name[8..16], name[16..24]);

    private static bool IsPiece(string name) => name.Length == Digits && name.All(char.IsAsciiHexDigitUpper);
}
