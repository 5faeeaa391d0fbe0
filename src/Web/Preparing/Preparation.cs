using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Lifeguard.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lifeguard.Web.Preparing;

/// <summary>Brings the database to this version before the first request: schema, walls and, in a new demonstration, its people and stories.</summary>
public static class Preparation
{
    /// <param name="say">Takes a line of progress for whoever waits.</param>
    public static async Task RunAsync(IServiceProvider services, Action<string> say, CancellationToken stop)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        await using var alone = await PreparingAlone.EnterAsync(configuration, stop);
        if (configuration.GetConnectionString("Owner") is { } owner) await MigrateAsync(services, owner, stop);
        await services.GetRequiredService<IKeyring>().PrepareAsync(say, stop);

        if (configuration.GetValue("Lifeguard:Demonstration", false)) await Demonstration.PrepareAsync(services, say, stop);
        else await FoundSchoolAsync(services, say, stop);
    }

    /// <summary>Migrates with the owner's connection, then makes from the model the second wall and the almanac's triggers.</summary>
    public static async Task MigrateAsync(IServiceProvider services, string owner, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var options = new DbContextOptionsBuilder<Store>()
            .UseNpgsql(owner, npgsql => npgsql.MigrationsAssembly("Lifeguard.Migrations").CommandTimeout(600)).Options;
        await using var store = ActivatorUtilities.CreateInstance<Store>(scope.ServiceProvider, options);
        await RefuseNewerAsync(store, stop);
        await store.Database.MigrateAsync(stop);
        await using (var connection = new NpgsqlConnection(owner))
        {
            await connection.OpenAsync(stop);
            await ScheduleTables.MakeAsync(connection, stop);
        }

        foreach (var sql in new[] { RowLevelSecurity.Sql(store.Model), KeptInAlmanac.Sql(store.Model) })
            await store.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), stop);
    }

    // An older program on a newer schema would write what the newer one no longer reads.
    private static async Task RefuseNewerAsync(Store store, CancellationToken stop)
    {
        if (!await store.Database.CanConnectAsync(stop)) return;
        var known = store.Database.GetMigrations().ToHashSet();
        var unknown = (await store.Database.GetAppliedMigrationsAsync(stop)).Where(one => !known.Contains(one)).ToList();
        if (unknown.Count > 0)
            throw new InvalidOperationException($"This database was made by a newer version of Lifeguard ({unknown[^1]}). Nothing was changed. Start that version, or restore the backup that was made before the upgrade.");
    }

    /// <summary>A new database has a chain of its own, which the marks of an earlier one would call cut off.</summary>
    internal static void SetWitnessAside(IServiceProvider services, Action<string> say)
    {
        if (services.GetRequiredService<WitnessFile>().SetAside() is { } kept) say($"This database is new. The witness of an earlier one is kept as {Path.GetFileName(kept)}.");
    }

    private static async Task FoundSchoolAsync(IServiceProvider services, Action<string> say, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("preparation");
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await scope.ServiceProvider.GetRequiredService<IAccounts>().FoundAsync(asDemonstration: false, Deed.OfSystem(Guid.Empty, "Preparation", now), stop))
            SetWitnessAside(services, say);
    }
}
