using Lifeguard.Organisation.Contracts;
using Npgsql;

namespace Lifeguard.Organisation.Imports;

/// <summary>
/// Writes once a second how far an import is, over a connection of its own: the transaction that changes people shows nothing until it
/// commits. It is no news about anybody, so it has no journal row.
/// </summary>
internal sealed class ImportProgress(NpgsqlDataSource database, Guid import, Guid org, TimeProvider clock) : IProgress<RosterProgress>
{
    private long? _last;

    public void Report(RosterProgress value)
    {
        if (_last is { } last && clock.GetElapsedTime(last) < TimeSpan.FromSeconds(1)) return;
        _last = clock.GetTimestamp();
        using var connection = database.OpenConnection();
        using var open = new NpgsqlCommand("select set_config('lg.orgs', $1, false)", connection);
        open.Parameters.Add(new() { Value = $"{{{org:D}}}" });
        open.ExecuteNonQuery();
        using var write = new NpgsqlCommand("update people_import set doing = $2, done = $3, \"of\" = $4 where id = $1", connection);
        write.Parameters.Add(new() { Value = import });
        write.Parameters.Add(new() { Value = value.Doing });
        write.Parameters.Add(new() { Value = value.Rows });
        write.Parameters.Add(new() { Value = value.Of ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        write.ExecuteNonQuery();
    }
}
