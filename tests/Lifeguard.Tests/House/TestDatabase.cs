using System.Diagnostics;
using Lifeguard.Web.Hosting;
using Lifeguard.Web.Preparing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.House;

/// <summary>A database of its own for a test class, copied from one template that is migrated once for the run.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Once = new(1);
    private static string? _template;
    private static int _number;
    private readonly string _name;

    private TestDatabase(string name) => _name = name;

    /// <summary>The data folder of every program that works on this database.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("lifeguard-test-").FullName;

    public string App => Connection("lg_app", _name);

    public string Owner => Connection("lg_owner", _name);

    public string Backup => Connection("lg_backup", _name);

    public static async Task<TestDatabase> CreateAsync()
    {
        await Once.WaitAsync();
        try
        {
            _template ??= await MakeTemplateAsync();
            var database = new TestDatabase($"lg_t{Environment.ProcessId}_{Interlocked.Increment(ref _number)}");
            await RunAsync("lifeguard", $"create database {database._name} template {_template}");
            return database;
        }
        finally
        {
            Once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await RunAsync("lifeguard", $"drop database if exists {_name}");
                Directory.Delete(Data, recursive: true);
                return;
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ObjectInUse && tries < 100)
            {
                // The server lets go of a closed connection a moment after we do, and the owner may not end the application's connections.
                await Task.Delay(50);
            }
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"lg_template{Environment.ProcessId}";
        await RunAsync("lifeguard", $"drop database if exists {name} with (force)");
        await RunAsync("lifeguard", $"create database {name}");
        await using var app = Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={Connection("lg_app", name)}", $"--Lifeguard:Data={Path.Combine(Path.GetTempPath(), name)}"]);
        await using var scope = app.Services.CreateAsyncScope();
        await Preparation.MigrateAsync(scope.ServiceProvider, Connection("lg_owner", name), CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("lg_owner", database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Connection(string role, string database) =>
        $"Host={Socket.Value};Port=5432;Username={role};Database={database};Maximum Pool Size=20";

    private static readonly Lazy<string> Socket = new(() => Environment.GetEnvironmentVariable("LIFEGUARD_TEST_SOCKET") ?? StartCluster());

    // From an editor rather than ./test: the same script, which stays running for the next time.
    private static string StartCluster()
    {
        var script = Path.Combine(Repository.Root, "scripts", "cluster.sh");
        Script(script, "start");
        return Script(script, "socket").Trim();
    }

    private static string Script(string script, string verb)
    {
        using var process = Process.Start(new ProcessStartInfo(script) { ArgumentList = { verb, "test" }, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"scripts/cluster.sh {verb} test failed.");
    }
}
