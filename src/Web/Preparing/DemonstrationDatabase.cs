using Lifeguard.Access.Contracts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lifeguard.Web.Preparing;

/// <summary>Empties a demonstration that was never finished. Everything else it leaves alone and says why.</summary>
internal static class DemonstrationDatabase
{
    private const string NoOwner = "This demonstration was interrupted while it was being made, and without ConnectionStrings__Owner it cannot be begun anew.";

    public static async Task EmptyAsync(IServiceProvider services, IConfiguration configuration, CancellationToken stop)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        if (!await HasRowAsync(database, "installation", stop)) return;

        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IAccounts>().IsDemonstrationAsync(stop))
            throw new InvalidOperationException("This database was made for a school. A demonstration needs a database of its own: start without Lifeguard__Demonstration.");
        if (await HasRowAsync(database, "session", stop))
            throw new InvalidOperationException("This demonstration is not complete, but somebody has signed in to it. Nothing was changed. Start with a new database.");

        var owner = configuration.GetConnectionString("Owner") ?? throw new InvalidOperationException(NoOwner);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(
            """
            do $$ begin
              execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
                       where schemaname = 'public' and tableowner = current_user and tablename <> '__EFMigrationsHistory');
            end $$;
            """, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<bool> HasRowAsync(NpgsqlDataSource database, string table, CancellationToken stop)
    {
        await using var command = database.CreateCommand($"select exists (select 1 from {table})");
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }
}
