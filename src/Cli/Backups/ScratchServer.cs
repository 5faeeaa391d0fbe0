using System.Globalization;
using Npgsql;

namespace Lifeguard.Cli.Backups;

/// <summary>
/// A server for a restored database alone: on a socket that only its own user and root reach, with settings of its own, and never
/// writing into the archive from which it comes.
/// </summary>
internal sealed class ScratchServer : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly PostgresPrograms _postgres;
    private readonly string _data;
    private readonly string _run;
    private bool _runs;

    private ScratchServer(PostgresPrograms postgres, string data, string run) => (_postgres, _data, _run) = (postgres, data, run);

    public string Connection(string role, string database) => new NpgsqlConnectionStringBuilder { Host = _run, Username = role, Database = database, Pooling = false }.ConnectionString;

    /// <summary>Starts, and answers when all of the log has been applied.</summary>
    /// <param name="until">A time to stop at, as PostgreSQL takes it; null for all of the log.</param>
    /// <param name="role">Whoever asks first whether it is there.</param>
    public static async Task<ScratchServer> StartAsync(PostgresPrograms postgres, OpenedBackup opened, string? until, string role, string database, CancellationToken stop)
    {
        // The path of a socket may have 107 bytes at most.
        var run = Directory.CreateTempSubdirectory("lgr").FullName;
        var server = new ScratchServer(postgres, opened.Data, run);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(run, "server.conf"), server.Settings(opened.Log, until), stop);
            await File.WriteAllTextAsync(Path.Combine(run, "hba.conf"), "local all all trust\n", stop);
            await File.WriteAllTextAsync(Path.Combine(run, "ident.conf"), "", stop);
            await File.WriteAllTextAsync(Path.Combine(opened.Data, "recovery.signal"), "", stop);
            await postgres.GiveAsync(run, stop);
            await postgres.GiveAsync(opened.Data, stop);
            await postgres.GiveAsync(opened.Log, stop);
            File.SetUnixFileMode(opened.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await server.StartAsync(stop);
            await server.UntilAppliedAsync(server.Connection(role, database), stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server takes whatever it cannot read for the end of the log, so the end is compared with what lies in the archive.</summary>
    /// <exception cref="BackupRefused">It ended before.</exception>
    public static async Task DemandAllOfTheLogAsync(string connection, LogPiece? last, CancellationToken stop)
    {
        if (last is null) return;
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint / setting::bigint from pg_settings where name = 'wal_segment_size'", opened);
        var reached = (long)(await command.ExecuteScalarAsync(stop))!;
        if (reached < last.Number)
            throw new BackupRefused(string.Create(CultureInfo.InvariantCulture, $"The log was applied up to piece {reached} and goes on to piece {last.Number}: one between them is missing or not as it was written. Use another copy of the backups, or restore up to a time before, with --until."));
    }

    public async ValueTask DisposeAsync()
    {
        if (_runs || File.Exists(Path.Combine(_data, "postmaster.pid")))
            await _postgres.AsServerAsync("pg_ctl", ["stop", "--pgdata", _data, "--mode", "fast", "--wait", "--timeout", "300"], CancellationToken.None);
        _runs = false;
        if (Directory.Exists(_run)) Directory.Delete(_run, recursive: true);
    }

    private async Task StartAsync(CancellationToken stop)
    {
        var log = Path.Combine(_run, "server.log");
        var end = await _postgres.AsServerAsync("pg_ctl",
            ["start", "--pgdata", _data, "--wait", "--timeout", "120", "--log", log, "--options", $"-c config_file={_run}/server.conf"], stop);
        _runs = true;
        if (end.Code != 0) throw await EndedAsync(stop);
    }

    // It lets nobody in before all of the log is applied, which may take long.
    private async Task UntilAppliedAsync(string connection, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await using var opened = new NpgsqlConnection(connection);
                await opened.OpenAsync(stop);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(Between, stop);
            }
            catch (NpgsqlException gone) when (gone is not PostgresException)
            {
                throw await EndedAsync(stop);
            }
        }
    }

    private async Task<Exception> EndedAsync(CancellationToken stop)
    {
        var log = Path.Combine(_run, "server.log");
        var said = File.Exists(log) ? await File.ReadAllLinesAsync(log, stop) : [];
        if (said.Any(line => line.Contains("recovery ended before configured recovery target was reached", StringComparison.Ordinal)))
            return new BackupRefused("The log does not reach the time named with --until. Leave it out to restore all there is.");
        return new IOException("The restored database did not start. The last it said: " + (said.LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("PANIC", StringComparison.Ordinal)) ?? said.LastOrDefault() ?? "nothing"));
    }

    private string Settings(string log, string? until)
    {
        if (log.Contains('\'', StringComparison.Ordinal) || log.Contains('%', StringComparison.Ordinal)) throw new BackupRefused($"A folder without quotation and percent signs in its name is needed: {log}");
        var target = until is null ? "" : $"recovery_target_time = '{until}'\nrecovery_target_action = 'promote'\n";
        return $"""
            listen_addresses = ''
            unix_socket_directories = '{_run}'
            hba_file = '{_run}/hba.conf'
            ident_file = '{_run}/ident.conf'
            archive_mode = off
            hot_standby = off
            restore_command = 'test -e "{log}/%f.gz" && gzip --decompress --stdout "{log}/%f.gz" >"%p"'
            recovery_target_timeline = 'latest'
            {target}logging_collector = off
            shared_buffers = 64MB
            max_connections = 50
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_error_statement = panic
            log_error_verbosity = terse

            """;
    }
}
