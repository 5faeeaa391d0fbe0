using System.IO.Compression;
using Lifeguard.Tests.BadDays;
using Lifeguard.Web.Preparing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lifeguard.Tests.Preparing;

/// <summary>A database as an earlier release left it, on a PostgreSQL of its own: the dump of that release's own demonstration, kept for ever.</summary>
internal sealed class OldRelease : IAsyncDisposable
{
    private readonly OwnCluster _cluster;
    private readonly string _data = Directory.CreateTempSubdirectory("lifeguard-upgrade-").FullName;
    private int _copies;

    private OldRelease(OwnCluster cluster) => _cluster = cluster;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OldRelease> LoadAsync(string release)
    {
        var cluster = await OwnCluster.CreateAsync();
        await using var packed = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Preparing", "Releases", release + ".sql.gz"));
        await using var sql = new GZipStream(packed, CompressionMode.Decompress);
        await cluster.LoadAsync(sql);
        NpgsqlConnection.ClearAllPools();
        return new OldRelease(cluster);
    }

    /// <summary>A database with the same in it.</summary>
    public async Task<Copy> CopyAsync()
    {
        var name = $"copy{Interlocked.Increment(ref _copies)}";
        NpgsqlConnection.ClearAllPools();
        await RunAsync(In(_cluster.Super, "postgres"), $"create database {name} template lifeguard owner lg_owner");
        return new Copy(In(_cluster.Super, name), In(_cluster.Owner, name), In(_cluster.App, name), In(_cluster.Backup, name), _data);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    public static async Task RunAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static string In(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    internal sealed record Copy(string Super, string Owner, string App, string Backup, string Data)
    {
        /// <summary>What <c>./run</c> does before the first request.</summary>
        public async Task UpgradeAsync()
        {
            await using var house = Build();
            await using var scope = house.Services.CreateAsyncScope();
            await Preparation.MigrateAsync(scope.ServiceProvider, Owner + ";Pooling=false", Stop);
        }

        public Microsoft.AspNetCore.Builder.WebApplication Build() => Lifeguard.Web.Hosting.House.Build(
            ["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={App}", $"--ConnectionStrings:Owner={Owner}", $"--Lifeguard:Data={Data}"], builder => builder.Logging.ClearProviders());

        /// <summary>Ends the session that changes the schema, at the end of its nth change, as a power cut would.</summary>
        public Task KillAtAsync(int change) => RunAsync(Super, $"""
            create schema if not exists lg_test; grant usage on schema lg_test to lg_owner;
            create sequence lg_test.changes;
            create function lg_test.kill() returns event_trigger language plpgsql security definer as
              $$ begin if nextval('lg_test.changes') = {change} then perform pg_terminate_backend(pg_backend_pid()); end if; end $$;
            create event trigger lg_test_kill on ddl_command_end execute function lg_test.kill();
            """);

        /// <summary>Lets changes pass again.</summary>
        /// <returns>How many were begun.</returns>
        public async Task<int> LetLiveAsync()
        {
            var begun = int.Parse((await Aftermath.ColumnAsync(Super, "select last_value::text from lg_test.changes")).Single(), System.Globalization.CultureInfo.InvariantCulture);
            await RunAsync(Super, "drop event trigger lg_test_kill; drop schema lg_test cascade");
            return begun;
        }

        public Task<IReadOnlyList<string>> MigrationsAsync() => Aftermath.ColumnAsync(Super, """select "MigrationId" from "__EFMigrationsHistory" order by 1""");

        /// <summary>Tables, columns and their types, keys, policies and triggers, a line each.</summary>
        public Task<IReadOnlyList<string>> SchemaAsync() => Aftermath.ColumnAsync(Super, """
            select line from (
              select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns where table_schema = 'public'
              union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
              union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
              union all select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
              union all select 'trigger ' || tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal) lines(line) order by line
            """);

        /// <summary>A line for each table of before: how many rows, and a sum over what stands in the columns of before.</summary>
        public async Task<IReadOnlyList<string>> ContentAsync(IReadOnlyDictionary<string, string[]> columns)
        {
            List<string> lines = [];
            foreach (var (table, names) in columns.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                var row = string.Join(", ", names.Select(name => $"\"{name}\""));
                lines.AddRange(await Aftermath.ColumnAsync(Super, $"select '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') from (select md5(row({row})::text) from \"{table}\") rows(line)"));
            }

            return lines;
        }

        public async Task<Dictionary<string, string[]>> ColumnsAsync() =>
            (await Aftermath.ColumnAsync(Super, "select c.table_name || '.' || c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> '__EFMigrationsHistory' order by 1"))
                .Select(name => name.Split('.', 2)).GroupBy(pair => pair[0], pair => pair[1]).ToDictionary(table => table.Key, table => table.ToArray());
    }
}
