using System.Diagnostics;
using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Storage.Journal;
using Lifeguard.Upkeep.Contracts;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Lifeguard.Cli.Backups;

/// <summary>
/// <c>lifeguard restore</c>: brings a backup to life in a folder of its own, applies the log, has the verifier look through the journal.
/// A drill then takes it away again and writes down that it worked; else it is made ready to take the place of the database.
/// </summary>
internal sealed class RestoreBackup(IConfiguration configuration, IUpkeep upkeep, WitnessFile witness, TimeProvider clock, Func<string, string, DateTimeOffset, CancellationToken, Task> makeReady)
{
    public async Task<int> RunAsync(Typed typed, TextWriter output, CancellationToken stop)
    {
        var settings = BackupSettings.From(configuration);
        var isDrill = typed.Option("--drill") is not null;
        var into = typed.Option("--into");
        if (isDrill == (into is not null)) throw new BackupRefused("Say --drill to try a backup and take it away again, or --into FOLDER to restore it there.");
        var backup = typed.Arguments is [var named] ? Path.GetFullPath(named) : Newest(settings);
        var key = Path.GetFullPath(typed.Option("--key")!);
        if (!File.Exists(key)) throw new BackupRefused($"There is no key at {key}. It was made when backups were set up, and is kept away from this machine.");

        var manifest = await BackupManifest.ReadAsync(backup, stop);
        if (configuration.GetConnectionString("Backup") is { Length: > 0 } live && !await new LiveDatabase(live).HandOverAsync(stop))
            await output.WriteLineAsync("The last minutes of the running database could not be handed over: what was, is restored.");
        if (DrillFolder.RemoveLeft(settings.Scratch) > 0) await output.WriteLineAsync("An earlier drill was interrupted: what it left was taken away.");
        using var drill = isDrill ? DrillFolder.Begin(settings.Scratch, clock.GetUtcNow()) : null;
        using var real = into is null ? null : RestoreFolder.Begin(into);
        if (real is { WasLeft: true }) await output.WriteLineAsync("An earlier restore into this folder was interrupted: what it left was taken away, and it begins anew.");
        var folder = drill?.Path ?? real!.Path;
        DemandRoom(folder, manifest);
        Directory.CreateDirectory(folder);
        // The server's user passes through; what lies in it is that user's alone.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        try
        {
            var took = Stopwatch.StartNew();
            var facts = await RestoreAsync(backup, manifest, key, folder, typed.Option("--until"), ready: !isDrill, output, stop);
            await SayAsync(output, facts, took.Elapsed);
            if (isDrill) await upkeep.NoteAsync(new RestoreProved(UpkeepRecord.Ref, Path.GetFileName(backup), facts.StateAt, (int)took.Elapsed.TotalSeconds, facts.JournalRows, facts.Records, facts.People), stop);
            else if (witness.SetAside() is { } kept) await output.WriteLineAsync($"The restored journal is shorter than the witness, which is kept as {Path.GetFileName(kept)}: what it says beyond the restored state is lost, and known to be.");
            return 0;
        }
        catch when (!isDrill)
        {
            real!.TakeAway();
            throw;
        }
    }

    private async Task<RestoredFacts> RestoreAsync(string backup, BackupManifest manifest, string key, string folder, string? until, bool ready, TextWriter output, CancellationToken stop)
    {
        var postgres = PostgresPrograms.Find(configuration, manifest.Version);
        var opened = await new OpenBackup(postgres, output).RunAsync(backup, manifest, key, folder, until is not null, stop);
        await output.WriteLineAsync("Starting it and applying the log.");
        await using var server = await ScratchServer.StartAsync(postgres, opened, until, Role("Backup", "lg_backup"), manifest.Database, stop);
        var reading = server.Connection(Role("Backup", "lg_backup"), manifest.Database);
        if (until is null) await ScratchServer.DemandAllOfTheLogAsync(reading, opened.LastPiece, stop);
        await output.WriteLineAsync("Looking through the journal.");
        var facts = await new RestoreCheck(configuration, clock).RunAsync(reading, manifest, opened.Witness, stop);
        if (!ready) return facts;

        await makeReady(server.Connection(Role("Owner", "lg_owner"), manifest.Database), server.Connection(Role("App", "lg_app"), manifest.Database), facts.StateAt, stop);
        await server.DisposeAsync();
        await MarkHistoriesAsync(postgres, opened.Data, stop);
        // What is left in the folder is the data folder of a server, and nothing else.
        File.Delete(opened.Witness);
        Directory.Delete(opened.Log, recursive: true);
        return facts;
    }

    // From here on the log is another one than that of before. Where they part must lie in the archive too, or the backups of before
    // would end there.
    private static async Task MarkHistoriesAsync(PostgresPrograms postgres, string data, CancellationToken stop)
    {
        var log = Path.Combine(data, "pg_wal");
        Directory.CreateDirectory(Path.Combine(log, "archive_status"));
        foreach (var history in Directory.GetFiles(log, "*.history"))
        {
            var mark = Path.Combine(log, "archive_status", Path.GetFileName(history));
            if (!File.Exists(mark + ".done")) await File.WriteAllTextAsync(mark + ".ready", "", stop);
        }

        await postgres.GiveAsync(log, stop);
    }

    private string Role(string of, string usual) =>
        configuration.GetConnectionString(of) is { } connection && new NpgsqlConnectionStringBuilder(connection).Username is { } named ? named : usual;

    private static string Newest(BackupSettings settings) => (settings.Folder is { } folder ? new BackupShelf(folder).Whole.LastOrDefault() : null)
        ?? throw new BackupRefused("There is no backup here. Make one with ./lifeguard backup, or name the folder of one.");

    private static void DemandRoom(string folder, BackupManifest manifest)
    {
        // A quarter more, for the log and what is written while it starts.
        var (needed, free) = (manifest.Unpacked + (manifest.Unpacked / 4) + (256L << 20), new DriveInfo(Path.GetDirectoryName(folder)!).AvailableFreeSpace);
        if (free < needed) throw new BackupRefused(string.Create(CultureInfo.InvariantCulture, $"{needed / 1e9:N1} GB are needed at {folder} and {free / 1e9:N1} GB are free. Name another place: Lifeguard__Backup__Scratch, or --into."));
    }

    private async Task SayAsync(TextWriter output, RestoredFacts facts, TimeSpan took)
    {
        var old = clock.GetUtcNow() - facts.StateAt;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            Restored and checked in {took.TotalSeconds:N0} s.
              State of      {UkTime.InWords(facts.StateAt)} ({(old.TotalHours < 2 ? $"{old.TotalMinutes:N0} minutes" : old.TotalDays < 2 ? $"{old.TotalHours:N0} hours" : $"{old.TotalDays:N0} days")} ago)
              Journal       {facts.JournalRows:N0} rows, sealed up to position {facts.Position:N0}, found as they were written
              Records       {facts.Records:N0}
              People        {facts.People:N0}
            """));
    }
}
