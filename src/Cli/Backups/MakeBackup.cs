using System.Diagnostics;
using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Storage.Journal;
using Lifeguard.Upkeep.Contracts;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Cli.Backups;

/// <summary><c>lifeguard backup</c>: a whole copy of the running database, made by PostgreSQL itself and encrypted before it touches a disk.</summary>
internal sealed class MakeBackup(IConfiguration configuration, WitnessFile witness, Sealer sealer, IUpkeep upkeep, TimeProvider clock)
{
    private const string DatabaseName = "database.tar.gz.age";
    private const string WitnessName = "witness.tsv.age";

    public async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        var settings = BackupSettings.From(configuration);
        if (settings is not { Folder: { } folder, Recipients: { } recipients })
            throw new BackupRefused("Backups are not set up yet. Type once: ./lifeguard backup set-up --key-to FILE (it explains itself).");
        if (!File.Exists(recipients)) throw new BackupRefused($"The public half of the backup key is missing: {recipients}. Set backups up again: ./lifeguard backup set-up --key-to FILE");
        var live = new LiveDatabase(configuration.GetConnectionString("Backup") ?? throw new BackupRefused("No connection for the backup role: set ConnectionStrings__Backup."));

        var (began, took) = (clock.GetUtcNow(), Stopwatch.StartNew());
        // A drill that was killed left the database in plain: never for longer than until the next night.
        DrillFolder.RemoveLeft(settings.Scratch);
        Directory.CreateDirectory(folder);
        var shelf = new BackupShelf(folder);
        await using var held = shelf.Hold();
        var part = shelf.Begin(BackupShelf.NameFor(began));
        // Where the site stands still nobody else seals what the command line wrote.
        await sealer.SealAsync(stop);
        var facts = await live.FactsAsync(stop);
        await CopyAsync(live, facts, part, recipients, stop);
        var manifest = new BackupManifest
        {
            MadeAt = began,
            System = facts.System,
            Version = facts.Version,
            Database = live.Database,
            LogFrom = facts.LogAt,
            Unpacked = facts.Size,
            Position = facts.Position,
            Files = [await BackupFile.OfAsync(part, DatabaseName, stop), await BackupFile.OfAsync(part, WitnessName, stop)],
        };
        await File.WriteAllTextAsync(Path.Combine(part, BackupManifest.FileName), manifest.Text(), stop);
        var whole = await shelf.FinishAsync(part, stop);

        var removed = shelf.RemoveOld(began, settings.KeepDays);
        await RemoveOldLogAsync(shelf, whole, facts.System, stop);
        var bytes = manifest.Files.Sum(file => file.Bytes);
        await upkeep.NoteAsync(new BackupMade(UpkeepRecord.Ref, Path.GetFileName(whole), bytes, (int)took.Elapsed.TotalSeconds), stop);
        await SayAsync(output, whole, bytes, took.Elapsed, removed);
        return 0;
    }

    // The witness first: each of its marks is then older than what is restored, which must agree with all of them.
    private async Task CopyAsync(LiveDatabase live, LiveFacts facts, string part, string recipients, CancellationToken stop)
    {
        var marks = File.Exists(witness.Path) ? witness.Path : "/dev/null";
        await Programs.MustAsync("Encrypting the witness", "age --encrypt --recipients-file \"$1\" --output \"$2\" <\"$3\"", [recipients, Path.Combine(part, WitnessName), marks], stop);

        // With "fetch" the copy brings along the log that makes it consistent, so that it can be restored by itself too.
        await Programs.MustAsync("The backup",
            "\"$1\" --pgdata=- --format=tar --wal-method=fetch --checkpoint=fast --no-password --manifest-checksums=SHA256 --label=lifeguard | gzip --fast --no-name | age --encrypt --recipients-file \"$2\" --output \"$3\"",
            [PostgresPrograms.Find(configuration, facts.Version).Path("pg_basebackup"), recipients, Path.Combine(part, DatabaseName)], stop, live.Environment);
    }

    private static async Task RemoveOldLogAsync(BackupShelf shelf, string whole, string system, CancellationToken stop)
    {
        try
        {
            LogArchive.Beside(whole, system).RemoveBefore((await BackupManifest.ReadAsync(shelf.Whole[0], stop)).LogFrom);
        }
        catch (BackupRefused)
        {
            // The oldest backup cannot say what it needs, so everything is kept.
        }
    }

    private async Task SayAsync(TextWriter output, string whole, long bytes, TimeSpan took, IReadOnlyList<string> removed)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Backed up: {whole} ({bytes / 1024.0 / 1024.0:N1} MB, {took.TotalSeconds:N0} s)."));
        foreach (var old in removed) await output.WriteLineAsync($"Older than what is kept, and removed: {old}");
        var data = configuration["Lifeguard:Data"];
        var key = configuration["Lifeguard:KeyFile"] is { Length: > 0 } named ? named : Path.Combine(data ?? "", "keys", "protection.key");
        await output.WriteLineAsync(
            $"""
            Not in it, on purpose: the site's key file, without which drafts and authenticator apps do not open again.
            Once, and whenever it is made anew, copy it to where no backup lies, for example:  cp '{key}' /media/safe/
            """);
    }
}
