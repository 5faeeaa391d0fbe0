namespace Lifeguard.Cli.Backups;

/// <summary>
/// Looks at every byte of a backup and of the log after it, and unpacks what is whole. Nothing is started before all of it has been
/// found as it was written: a server that meets a damaged piece of log would take it for the end, and be silently older.
/// </summary>
internal sealed class OpenBackup(PostgresPrograms postgres, TextWriter output)
{
    private const string WitnessName = "witness.tsv.age";
    private const string DatabaseName = "database.tar.gz.age";

    /// <param name="key">The file with the secret half of the key.</param>
    /// <param name="into">An empty folder.</param>
    public async Task<OpenedBackup> RunAsync(string backup, BackupManifest manifest, string key, string into, bool isUntil, CancellationToken stop)
    {
        await output.WriteLineAsync($"Backup {Path.GetFileName(Path.TrimEndingDirectorySeparator(backup))}: looking at every byte.");
        await manifest.CheckFilesAsync(backup, stop);
        var witness = Path.Combine(into, "witness.tsv");
        if ((await Programs.RunAsync("age --decrypt --identity \"$1\" \"$2\" >\"$3\"", [key, Path.Combine(backup, WitnessName), witness], stop)).Code != 0)
            throw new BackupRefused($"The key in {key} does not open this backup. Take the key that was made when backups were set up.");

        var log = Path.Combine(into, "log");
        Directory.CreateDirectory(log);
        var last = await OpenLogAsync(LogArchive.Beside(backup, manifest.System).From(manifest.LogFrom), manifest.LogFrom, key, log, isUntil, stop);

        var data = Path.Combine(into, "data");
        Directory.CreateDirectory(data);
        await output.WriteLineAsync("Unpacking the database.");
        var unpacked = await Programs.RunAsync("age --decrypt --identity \"$1\" \"$2\" | gzip --decompress --stdout | tar --extract --no-same-owner --directory \"$3\"", [key, Path.Combine(backup, DatabaseName), data], stop);
        if (unpacked.Code != 0) throw BackupManifest.Damaged(DatabaseName);
        if ((await Programs.RunAsync("\"$1\" --no-parse-wal \"$2\"", [postgres.Path("pg_verifybackup"), data], stop)).Code != 0) throw BackupManifest.Damaged(DatabaseName);
        return new OpenedBackup(data, log, witness, last);
    }

    // Each piece is decrypted, compared with the sum in its name and laid down packed: most of them are nearly empty.
    private async Task<LogPiece?> OpenLogAsync(IReadOnlyList<LogPiece> pieces, string first, string key, string log, bool isUntil, CancellationToken stop)
    {
        if (!isUntil) LogArchive.DemandWhole(pieces, first);
        await output.WriteLineAsync($"Log after it: {pieces.Count(piece => piece.Number is not null):N0} pieces.");
        foreach (var piece in pieces)
        {
            const string Open = "age --decrypt --identity \"$1\" \"$2\" >\"$3\"; gzip --decompress --stdout \"$3\" | sha256sum | cut -c1-32";
            var end = await Programs.RunAsync(Open, [key, piece.Path, Path.Combine(log, piece.Name + ".gz")], stop);
            if (end.Code != 0 || end.Said.Trim() != piece.Sum) throw BackupManifest.Damaged(Path.GetFileName(piece.Path));
        }

        return pieces.LastOrDefault(piece => piece.Number is not null);
    }
}

/// <param name="LastPiece">How far the log goes; null when there is none after the backup.</param>
internal sealed record OpenedBackup(string Data, string Log, string Witness, LogPiece? LastPiece);
