using Npgsql;
using NpgsqlTypes;

namespace Lifeguard.Benchmarks.GateLog;

/// <summary>The anchor: a plain table, filled by a bare loop of binary COPY, with the two indexes that its questions need. What it holds beside ours: <see cref="LogBench"/>.</summary>
internal sealed class PlainTable(string connection)
{
    public const string Ddl = "create table log(ts bigint not null, usr integer not null, client integer not null, host text not null, path text not null, cat integer not null, act integer not null, status integer not null, ms integer not null)";

    public static IReadOnlyList<string> Questions(long from, long to) =>
    [
        "select cat, count(*), sum(act) from log where usr = 1234 group by cat order by 2 desc",
        "select usr, count(*), sum(act) from log group by usr order by 2 desc limit 50",
        $"select cat, count(*), sum(act) from log where ts between {from} and {to - 1} group by cat",
    ];

    public async Task FillAsync(LogRows rows, long count)
    {
        rows.Again();
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await RunAsync("drop table if exists log");
        await RunAsync(Ddl);
        for (long done = 0; done < count;)
        {
            await using var copy = await open.BeginBinaryImportAsync("copy log from stdin binary");
            for (var in100000 = 0; in100000 < 100_000 && done < count; in100000++, done++)
            {
                var row = rows.Next(done, count);
                copy.StartRow();
                copy.Write(row.At, NpgsqlDbType.Bigint);
                copy.Write(row.Person, NpgsqlDbType.Integer);
                copy.Write(row.Client, NpgsqlDbType.Integer);
                copy.Write(row.Host, NpgsqlDbType.Text);
                copy.Write(row.Path, NpgsqlDbType.Text);
                copy.Write(row.Category, NpgsqlDbType.Integer);
                copy.Write(row.IsRefused ? 1 : 0, NpgsqlDbType.Integer);
                copy.Write(row.Status, NpgsqlDbType.Integer);
                copy.Write(row.Time, NpgsqlDbType.Integer);
            }

            await copy.CompleteAsync();
        }
    }

    public async Task IndexAsync()
    {
        await RunAsync("create index log_usr on log(usr, ts)");
        await RunAsync("create index log_ts on log using brin(ts)");
        await RunAsync("vacuum analyze log");
    }

    public async Task<long> SizeAsync()
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select pg_total_relation_size('log')");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <returns>How many requests the answer counts: the stores must agree on it.</returns>
    public async Task<long> AskAsync(string question)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(question, open) { CommandTimeout = 900 };
        await using var reader = await command.ExecuteReaderAsync();
        long counted = 0;
        while (await reader.ReadAsync()) counted += reader.GetInt64(1);
        return counted;
    }

    private async Task RunAsync(string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 900 };
        await command.ExecuteNonQueryAsync();
    }
}
