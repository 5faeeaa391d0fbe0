using System.Diagnostics;
using Lifeguard.Organisation;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Lifeguard.Tests.Organisation;

/// <summary>
/// A database of its own with the tables of this room, behind both walls: the tests work as the application's role.
/// The server comes from LIFEGUARD_TEST_OWNER and LIFEGUARD_TEST_APP, or from scripts/cluster.sh.
/// </summary>
public sealed class OrganisationDatabase : IAsyncLifetime
{
    private readonly string _name = "organisation_" + Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString("N");
    private string _owner = "";
    private ServiceProvider? _services;

    internal FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync()
    {
        var server = await ConnectionAsync("owner");
        await RunAsync(server, $"create database {_name}");
        _owner = new NpgsqlConnectionStringBuilder(server) { Database = _name, Pooling = false }.ConnectionString;
        await using (var owner = Provider(_owner))
        await using (var scope = owner.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            await RunAsync(_owner, store.Database.GenerateCreateScript() + RowLevelSecurity.Sql(store.Model));
        }

        _services = Provider(new NpgsqlConnectionStringBuilder(await ConnectionAsync("app")) { Database = _name }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAsync(new NpgsqlConnectionStringBuilder(_owner) { Database = "postgres" }.ConnectionString, $"drop database if exists {_name} with (force)");
    }

    /// <summary>A piece of work with the whole database open to it, as the commands have.</summary>
    internal Desk Open()
    {
        var desk = new Desk(_services!.CreateAsyncScope());
        desk.Get<OrganisationScope>().OpenTo("test");
        return desk;
    }

    /// <summary>A piece of work that may touch rows of these organisations only.</summary>
    internal Desk OpenFor(params IReadOnlyList<Guid> organisations)
    {
        var desk = new Desk(_services!.CreateAsyncScope());
        desk.Get<OrganisationScope>().For(organisations);
        return desk;
    }

    private ServiceProvider Provider(string connection)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage(connection);
        var room = new OrganisationModule();
        foreach (var tables in room.Tables) services.AddSingleton(tables);
        room.AddServices(services, new ConfigurationBuilder().Build());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ConnectionAsync(string role)
    {
        if (Environment.GetEnvironmentVariable("LIFEGUARD_TEST_" + role.ToUpperInvariant()) is { Length: > 0 } given) return given;
        await ScriptAsync("start", "test");
        return (await ScriptAsync("connection", "test", role)).Trim();
    }

    private static async Task<string> ScriptAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Checkout.Root, "scripts", "cluster.sh"), arguments) { RedirectStandardOutput = true };
        // Whoever is named here is asked for when the server may stop: the tests' own process.
        start.Environment["LIFEGUARD_HOLDER"] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var script = Process.Start(start)!;
        var said = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode == 0 ? said : throw new InvalidOperationException("scripts/cluster.sh could not give a test database.");
    }
}

/// <summary>One scope of services.</summary>
internal sealed class Desk(AsyncServiceScope scope) : IAsyncDisposable
{
    public Store Store => Get<Store>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
