using Npgsql;

namespace Lifeguard.Verifier.Database;

internal static class RowSecurity
{
    public static async Task<string> OpenAsync(NpgsqlConnection connection, Tables tables, CancellationToken stop)
    {
        if (await ScalarAsync(connection, JournalQueries.SeesEveryRow, stop) is true)
        {
            // Makes PostgreSQL refuse, rather than hide rows, should a policy ever apply to us.
            await ScalarAsync(connection, "set local row_security = off", stop);
            return "sees every row";
        }

        if (!tables.Has("organisation"))
            return tables.HasRowSecurity("journal") ? throw Blind() : "no row-level security";

        var organisations = await ScalarAsync(connection, "select coalesce(pg_catalog.array_agg(id)::text, '{}') from organisation", stop) as string ?? "{}";
        if (organisations == "{}" && tables.HasRowSecurity("journal")) throw Blind();

        await using var command = new NpgsqlCommand("select pg_catalog.set_config('lg.orgs', $1, false)", connection) { Parameters = { new() { Value = organisations } } };
        await command.ExecuteScalarAsync(stop);
        return "under row-level security: rows of an organisation that is not in the table organisation look as if they were gone";
    }

    private static CannotCheckException Blind() =>
        new("This role sees no organisation, so row-level security would hide the journal.", "Use the backup role, which sees every row.");

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string query, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync(stop);
    }
}
