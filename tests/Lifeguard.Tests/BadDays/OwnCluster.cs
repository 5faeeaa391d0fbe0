using System.Diagnostics;
using Lifeguard.Tests.Shared;
using Npgsql;

namespace Lifeguard.Tests.BadDays;

/// <summary>A PostgreSQL of its own, as careful with its data as a school's, that a test may stop and kill.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    private const string User = "nobody";
    private Leash? _leash;
    private readonly string _folder;
    private readonly string _programs = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture)).First() + "/bin";

    private OwnCluster(string folder) => _folder = folder;

    public string App => Connection("lg_app");

    public string Owner => Connection("lg_owner");

    public string Backup => Connection("lg_backup");

    public string Super => Connection("lg_super");

    public static async Task<OwnCluster> CreateAsync()
    {
        var cluster = new OwnCluster(Directory.CreateTempSubdirectory("lgown").FullName);
        // PostgreSQL refuses to run as root.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", User, cluster._folder);
        await cluster.PostgresAsync("initdb", "-D", cluster.Data, "-U", "lg_super", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await cluster.StartAsync();
        await cluster.SqlAsync("postgres", "create role lg_owner login; create role lg_app login; create role lg_backup login bypassrls replication");
        await cluster.SqlAsync("postgres", "create database lifeguard owner lg_owner");
        await cluster.SqlAsync("lifeguard", """
            create extension unaccent; create extension pg_trgm;
            alter schema public owner to lg_owner;
            grant usage on schema public to lg_app, lg_backup;
            alter default privileges for role lg_owner grant select, insert, update, delete on tables to lg_app;
            alter default privileges for role lg_owner grant usage, select on sequences to lg_app;
            alter default privileges for role lg_owner grant select on tables to lg_backup;
            grant execute on function pg_switch_wal() to lg_backup;
            """);
        return cluster;
    }

    /// <summary>A server on a data folder that is there already, as "data" in this one.</summary>
    public static async Task<OwnCluster> OnAsync(string folder)
    {
        var cluster = new OwnCluster(folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", User, folder);
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Runs a dump in its database, which is empty.</summary>
    public async Task LoadAsync(Stream sql)
    {
        var file = Path.Combine(_folder, "load.sql");
        await using (var text = File.Create(file)) await sql.CopyToAsync(text);
        await PostgresAsync("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host", _folder, "--username", "lg_super", "--dbname", "lifeguard", "--file", file);
        File.Delete(file);
    }

    /// <summary>Settings for its next start.</summary>
    public Task SetAsync(string settings) => File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), "\n" + settings + "\n");

    public async Task StartAsync()
    {
        await PostgresAsync("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o", $"-c listen_addresses='' -k {_folder}", "start");
        LetGo();
        // To a server, this signal says: stop at once.
        _leash = Leash.On(await FirstProcessAsync(), "QUIT");
    }

    /// <summary>Throws everybody out and stops.</summary>
    public Task StopAsync() => PostgresAsync("pg_ctl", "-D", Data, "-w", "-m", "fast", "stop");

    /// <summary>Kills the server's first process with -9; the others notice and end.</summary>
    public async Task KillAsync()
    {
        await RunAsync("kill", "-9", (await FirstProcessAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await OrphansGoneAsync();
        // In a container a killed process is sometimes never collected, and PostgreSQL would take its files for those of a living server.
        foreach (var left in (string[])[Path.Combine(Data, "postmaster.pid"), Path.Combine(_folder, ".s.PGSQL.5432"), Path.Combine(_folder, ".s.PGSQL.5432.lock")]) File.Delete(left);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await PostgresAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        LetGo();
        Directory.Delete(_folder, recursive: true);
    }

    private void LetGo()
    {
        _leash?.Dispose();
        _leash = null;
    }

    private async Task<int> FirstProcessAsync() =>
        int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], System.Globalization.CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    private string Connection(string role) => $"Host={_folder};Username={role};Database=lifeguard;Maximum Pool Size=20";

    // A new server beside the old one's children would do harm that no school's server meets.
    private async Task OrphansGoneAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (!Process.GetProcessesByName("postgres").Any(one => WorksIn(one.Id) == Data)) return;
            await Task.Delay(50);
        }

        throw new InvalidOperationException("A killed server's processes have not ended after ten seconds.");
    }

    private static string? WorksIn(int process)
    {
        try
        {
            return Directory.ResolveLinkTarget($"/proc/{process}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task SqlAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"Host={_folder};Username=lg_super;Database={database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task PostgresAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess ? RunAsync("setpriv", [$"--reuid={User}", "--clear-groups", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps the output of pg_ctl open for ever, so it is not read.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
