using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Storage.Journal;
using Lifeguard.Web.Preparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Benchmarks.Filling;

/// <summary>
/// A school of ten years: 2,000 pupils, 300 staff (50 of them on the safeguarding team), 60,000 incidents, 400,000 notes,
/// 3 million journal rows with real commitments. Made once for a schema and kept for the next run.
/// </summary>
internal static class TenYears
{
    public static async Task<string> FillAsync(string owner, string app)
    {
        var schema = await SchemaAsync(app);
        var name = "lg_ten_years_" + schema;
        if (await ExistsAsync(owner, name)) return name;

        Console.WriteLine("Filling ten years of a school (once; a few minutes)");
        await RunAsync(owner, $"drop database if exists {name}_making with (force)");
        await RunAsync(owner, $"create database {name}_making");
        var making = Named(owner, name + "_making");
        await using (var house = Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={Named(app, name + "_making")}"]))
        await using (var scope = house.Services.CreateAsyncScope())
            await Preparation.MigrateAsync(scope.ServiceProvider, making, CancellationToken.None);

        foreach (var step in await StepsAsync())
        {
            var (title, sql) = (step[..step.IndexOf('\n', StringComparison.Ordinal)], step[(step.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            Console.WriteLine("  " + title);
            await RunAsync(making, sql);
        }

        await SealAsync(Named(app, name + "_making"));
        NpgsqlConnection.ClearAllPools();
        await RunAsync(owner, $"alter database {name}_making rename to {name}");
        return name;
    }

    /// <summary>A copy of the ten years that a run may change.</summary>
    public static async Task<Copy> CopyAsync(string owner, string app, string name)
    {
        var filled = await FillAsync(owner, app);
        NpgsqlConnection.ClearAllPools();
        await RunAsync(owner, $"drop database if exists {name} with (force)");
        await RunAsync(owner, $"create database {name} template {filled}");
        return new Copy(name, () => RunAsync(owner, $"drop database if exists {name} with (force)"));
    }

    // A school's journal is sealed as it grows; three million rows at once would be work that no school has.
    private static async Task SealAsync(string app)
    {
        await using var house = Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={app}"]);
        var sealer = house.Services.GetRequiredService<Sealer>();
        var (rows, clock) = (0, Stopwatch.StartNew());
        while (await sealer.SealAsync(CancellationToken.None) is > 0 and var more) rows += more;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rows:N0} rows sealed, {rows / clock.Elapsed.TotalSeconds:N0} a second"));
    }

    public static string Named(string connection, string database) =>
        new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    private static async Task<string[]> StepsAsync()
    {
        await using var file = typeof(TenYears).Assembly.GetManifestResourceStream("ten-years.sql")!;
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync()).Split("-- step: ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // Filled again only when the filling or the tables have changed.
    private static async Task<string> SchemaAsync(string app)
    {
        await using var house = Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={app}"]);
        await using var scope = house.Services.CreateAsyncScope();
        var tables = scope.ServiceProvider.GetRequiredService<Storage.Store>().Database.GenerateCreateScript();
        var filling = string.Join('\n', await StepsAsync());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tables + filling)))[..10];
    }

    private static async Task<bool> ExistsAsync(string owner, string name)
    {
        await using var connection = new NpgsqlConnection(owner + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    public static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
