using System.Diagnostics;
using Lifeguard.Tests.Shared;
using Npgsql;
using Xunit;

namespace Lifeguard.Tests.Verifier;

// The verifier knows nothing of the product, so its tests bring their own empty PostgreSQL and not the product's database.
public sealed class ThrowawayCluster : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lgv").FullName;
    private Leash? _leash;

    public string Connection(string database, string user = "owner") => $"Host={_folder};Database={database};Username={user};Pooling=false";

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL refuses to run as root.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "nobody", _folder);
        await PostgresAsync("initdb", "-D", Data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C");
        await PostgresAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-c listen_addresses='' -k {_folder} -c fsync=off", "start");
        var first = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        // To a server, this signal says: stop at once.
        _leash = Leash.On(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture), "QUIT");
    }

    public async ValueTask DisposeAsync()
    {
        await PostgresAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        _leash?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task ExecuteAsync(string database, string statements)
    {
        await using var connection = new NpgsqlConnection(Connection(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Data => Path.Combine(_folder, "data");

    private static async Task PostgresAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs(), program);
        if (Environment.IsPrivilegedProcess) await RunAsync("setpriv", ["--reuid=nobody", "--clear-groups", path, .. arguments]);
        else await RunAsync(path, arguments);
    }

    private static string Programs() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        ?? throw new InvalidOperationException("These tests need the server programs of PostgreSQL 15 or newer.");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps the output of pg_ctl open for ever, so it is not read.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
