using Npgsql;

namespace Lifeguard.Cli.Backups;

/// <summary>The running database as the backup's role sees it.</summary>
internal sealed class LiveDatabase(string connection)
{
    private readonly NpgsqlConnectionStringBuilder _named = new(connection) { Pooling = false };

    public string Database => _named.Database ?? "lifeguard";

    /// <summary>How PostgreSQL's own programs are told where it is.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var environment = new Dictionary<string, string> { ["PGAPPNAME"] = "lifeguard-backup" };
            if (_named.Host is { } host) environment["PGHOST"] = host;
            environment["PGPORT"] = _named.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_named.Username is { } user) environment["PGUSER"] = user;
            if (_named.Password is { } password) environment["PGPASSWORD"] = password;
            if (_named.Passfile is { } file) environment["PGPASSFILE"] = file;
            if (_named.SslMode != SslMode.Prefer) environment["PGSSLMODE"] = _named.SslMode == SslMode.VerifyFull ? "verify-full" : _named.SslMode == SslMode.VerifyCA ? "verify-ca" : _named.SslMode.ToString().ToLowerInvariant();
            return environment;
        }
    }

    /// <summary>
    /// Ends the piece of log that is being written and waits until it lies in the archive, so that the newest state is there to restore.
    /// Where the database is gone, or nobody has given the right, what was handed over before is all there is.
    /// </summary>
    /// <returns>Whether it was handed over.</returns>
    public async Task<bool> HandOverAsync(CancellationToken stop)
    {
        try
        {
            await using var opened = new NpgsqlConnection(_named.ConnectionString);
            await opened.OpenAsync(stop);
            await using var end = new NpgsqlCommand("select pg_walfile_name(pg_switch_wal())", opened);
            var piece = (string)(await end.ExecuteScalarAsync(stop))!;
            await using var asked = new NpgsqlCommand("select coalesce(last_archived_wal >= $1, false) from pg_stat_archiver", opened);
            asked.Parameters.Add(new() { Value = piece });
            for (var tries = 0; tries < 150; tries++)
            {
                if ((bool)(await asked.ExecuteScalarAsync(stop))!) return true;
                await Task.Delay(200, stop);
            }

            return false;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async Task<LiveFacts> FactsAsync(CancellationToken stop)
    {
        await using var opened = new NpgsqlConnection(_named.ConnectionString);
        await opened.OpenAsync(stop);
        await using var command = new NpgsqlCommand(
            """
            select (select system_identifier::text from pg_control_system()), current_setting('server_version_num')::int / 10000,
                pg_walfile_name(pg_current_wal_lsn()), (select sum(pg_database_size(oid))::bigint from pg_database),
                coalesce((select max(position) from journal_seal), 0)
            """, opened);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new LiveFacts(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4));
    }
}

/// <param name="LogAt">The piece of the log that is written now.</param>
internal sealed record LiveFacts(string System, int Version, string LogAt, long Size, long Position);
