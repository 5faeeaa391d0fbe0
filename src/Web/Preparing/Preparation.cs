using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lifeguard.Web.Preparing;

/// <summary>Brings the database to this version before the first request: schema, walls and, in a new demonstration, its people.</summary>
public sealed class Preparation
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var configuration = scope.ServiceProvider.GetRequiredService<IConfiguration>();
        if (configuration.GetConnectionString("Owner") is { } owner) await MigrateAsync(scope.ServiceProvider, owner, stop);

        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("preparation");
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var wanted = configuration.GetValue("Lifeguard:Demonstration", false);
        await accounts.FoundAsync(wanted, Deed.OfSystem(Guid.Empty, "Preparation", clock.GetUtcNow()), stop);
        if (wanted && !await accounts.IsDemonstrationAsync(stop))
            throw new InvalidOperationException("This database was made for a school. A demonstration needs a database of its own: start without Lifeguard__Demonstration.");
    }

    /// <summary>Migrates with the owner's connection, then raises the second wall from the model.</summary>
    public static async Task MigrateAsync(IServiceProvider services, string owner, CancellationToken stop)
    {
        var options = new DbContextOptionsBuilder<Store>()
            .UseNpgsql(owner, npgsql => npgsql.MigrationsAssembly("Lifeguard.Migrations").CommandTimeout(600)).Options;
        await using var store = ActivatorUtilities.CreateInstance<Store>(services, options);
        await store.Database.MigrateAsync(stop);
        await using (var connection = new NpgsqlConnection(owner))
        {
            await connection.OpenAsync(stop);
            await ScheduleTables.MakeAsync(connection, stop);
        }

        await store.Database.ExecuteSqlRawAsync(RowLevelSecurity.Sql(store.Model).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), stop);
    }
}
