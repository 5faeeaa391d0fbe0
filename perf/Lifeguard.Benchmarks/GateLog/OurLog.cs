using System.Globalization;
using System.Net;
using System.Text;
using Lifeguard.Benchmarks.Filling;
using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Spool;
using Lifeguard.Storage.Walls;
using Lifeguard.Web.Preparing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Lifeguard.Benchmarks.GateLog;

/// <summary>The product's own way: a gateway's sealed spool, loaded through the room's door with the application's role into a migrated database.</summary>
internal sealed class OurLog : IAsyncDisposable
{
    private const string Name = "lg_gate_log";
    private static readonly Guid School = new("0199a000-0000-7000-8000-000000000001");

    private readonly string _owner;
    private readonly string _folder;
    private readonly string _kept;
    private readonly string _app;
    private WebApplication _house = null!;

    private OurLog(string owner, string app, string folder) => (_owner, _app, _folder, _kept) = (owner, TenYears.Named(app, Name), folder, Path.Combine(folder, "kept"));

    public static async Task<OurLog> MakeAsync(string owner, string app)
    {
        var log = new OurLog(owner, app, Directory.CreateTempSubdirectory("lifeguard-gate-log-").FullName);
        await log.EmptyAsync();
        // Makes the keys.
        await log.LoadAsync();
        return log;
    }

    /// <summary>A database of this version with one school in it.</summary>
    public async Task EmptyAsync()
    {
        if (_house is not null) await _house.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAsync(_owner, $"drop database if exists {Name} with (force)");
        await RunAsync(_owner, $"create database {Name}");
        _house = Lifeguard.Web.Hosting.House.Build(
            ["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={_app}", $"--Lifeguard:Data={_folder}", $"--Lifeguard:Gate:Folder={_folder}/gate"],
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new AfterThirtyDays())));
        await using (var scope = _house.Services.CreateAsyncScope()) await Preparation.MigrateAsync(scope.ServiceProvider, Database, CancellationToken.None);
        await RunAsync(Database, $"insert into organisation (id, kind, name, report_code, nation) values ('{School}', 'School', 'Tarrowby High School', 'BENCH234', 'England')");
        await RunAsync(Database, $"select set_config('lg.orgs', '{{{School}}}', false); insert into organisation_setting (org, key, value) values ('{School}', 'gate.raw-days', '90')");
    }

    /// <summary>Writes the rows as a gateway does; kept, so that each round loads the same files.</summary>
    public long WriteSpool(LogRows rows, long count)
    {
        rows.Again();
        var settings = new SpoolSettings { Folder = _kept, PublicKey = File.ReadAllText(Path.Combine(_folder, "gate", SpoolKey.PublicName)), Gateway = "gateway-1", MaxFolderBytes = long.MaxValue };
        using (var writer = new SpoolWriter(settings, TimeProvider.System, starts: false))
        {
            var people = Enumerable.Range(0, LogRows.People).Select(PersonOf).ToArray();
            var categories = Enumerable.Range(0, 60).Select(number => $"category{number}").ToArray();
            Span<byte> host = stackalloc byte[DecisionRecord.MaxHost];
            Span<byte> path = stackalloc byte[8192];
            var clients = Enumerable.Range(0, LogRows.People).Select(number => new IPAddress(BitConverter.GetBytes(IPAddress.HostToNetworkOrder(number + 167_837_953)))).ToArray();
            for (long number = 0; number < count; number++)
            {
                var row = rows.Next(number, count);
                writer.Write(new DecisionRecord
                {
                    At = row.At,
                    Client = clients[row.Person],
                    Person = people[row.Person],
                    IsSure = true,
                    Level = "ks3",
                    Host = host[..Encoding.UTF8.GetBytes(row.Host, host)],
                    Path = path[..Encoding.UTF8.GetBytes(row.Path, path)],
                    Category = categories[row.Category],
                    Action = row.IsRefused ? "block" : "allow",
                    Reason = row.IsRefused ? "Category" : "NothingAgainst",
                    List = row.IsRefused ? categories[row.Category] : null,
                    Rule = row.IsRefused ? "ks3" : null,
                    Microseconds = row.Time,
                });
                if (number % 8_192 == 0) writer.Step();
            }
        }

        return new DirectoryInfo(_kept).EnumerateFiles("*.seg").Sum(file => file.Length);
    }

    /// <summary>The segments lie where a gateway leaves them.</summary>
    public void LaySpool()
    {
        var spool = Directory.CreateDirectory(Path.Combine(_folder, "gate", "spool")).FullName;
        foreach (var file in Directory.EnumerateFiles(_kept, "*.seg")) File.Copy(file, Path.Combine(spool, Path.GetFileName(file)));
    }

    public async Task<long> LoadAsync()
    {
        await using var scope = _house.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IGateLog>().LoadAsync(CancellationToken.None)).Rows;
    }

    /// <summary>What the clock's job does with days that are over.</summary>
    public async Task EndDaysAsync()
    {
        await using var scope = _house.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IGateLog>().EndDaysAsync(CancellationToken.None);
    }

    /// <summary>Everything that the log keeps: days, names, sums, with their indexes.</summary>
    public async Task<IReadOnlyList<(string Table, long Bytes)>> SizesAsync()
    {
        await RunAsync(Database, "vacuum analyze");
        await using var source = NpgsqlDataSource.Create(Database);
        await using var command = source.CreateCommand(
            """
            select coalesce(p.relname, c.relname), sum(pg_total_relation_size(c.oid))::bigint from pg_class c join pg_namespace n on n.oid = c.relnamespace
            left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
            where c.relkind = 'r' and ((n.nspname = 'public' and c.relname like 'gate\_%') or n.nspname = 'gate_log') group by 1 order by 2 desc
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var sizes = new List<(string, long)>();
        while (await reader.ReadAsync()) sizes.Add((reader.GetString(0), reader.GetInt64(1)));
        return sizes;
    }

    /// <returns>How many requests the answer counts.</returns>
    public async Task<long> AskAsync(int question, DateOnly day)
    {
        await using var scope = _house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().For([School]);
        var figures = scope.ServiceProvider.GetRequiredService<IGateFigures>();
        var (first, last) = (DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(LogRows.Start)), DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(LogRows.Start + LogRows.Span)));
        return question switch
        {
            0 => (await figures.OfPersonAsync(School, PersonOf(1234), first, last, CancellationToken.None)).Sum(one => one.Requests),
            1 => (await figures.PeopleAsync(School, first, last, 50, CancellationToken.None)).Sum(one => one.Requests),
            _ => (await figures.CategoriesAsync(School, day, day, CancellationToken.None)).Sum(one => one.Requests),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAsync(_owner, $"drop database if exists {Name} with (force)");
        Directory.Delete(_folder, recursive: true);
    }

    private string Database => TenYears.Named(_owner, Name);

    private static string PersonOf(int number) => string.Create(CultureInfo.InvariantCulture, $"pupil{number}@school.example");

    private static async Task RunAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 900 };
        await command.ExecuteNonQueryAsync();
    }

    private sealed class AfterThirtyDays : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(LogRows.Start + LogRows.Span);
    }
}
