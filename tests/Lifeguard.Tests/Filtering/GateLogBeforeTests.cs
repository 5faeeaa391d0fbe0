using Lifeguard.Storage;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Lifeguard.Web.Preparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.Filtering;

/// <summary>The log of a school that is updated, with a day and figures from when bytes were counted.</summary>
public sealed class GateLogBeforeTests : IAsyncLifetime
{
    private const string Org = "0199a000-0000-7000-8000-000000000001";
    private const string OpenTo = "{" + Org + "}";

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task ALogWithBytes_KeepsItsRowsAndFigures_AndIsWrittenOnWithout()
    {
        await BringBackAsync("WebPasswords");
        await RunAsync(_database.Owner, $"""
            drop table gate_request;
            create table gate_request (
              at timestamptz not null, asker int not null, host int not null, decision int not null, bytes int not null,
              place smallint not null, path text collate "C" not null
            ) partition by range (at);
            create index gate_request_at on gate_request using brin (at);
            create table gate_log.d20260301 partition of gate_request for values from ('2026-03-01 00:00+00') to ('2026-03-02 00:00+00');
            insert into gate_log.d20260301 values ('2026-03-01 09:00+00', 1, 2, 3, 0, 1, '/old');
            select set_config('lg.orgs', '{OpenTo}', false);
            insert into gate_place (org, number) values ('{Org}', 1);
            insert into gate_person_day (org, person, day, requests, refused, bytes, detail) values ('{Org}', 5, '2026-03-01', 2, 2, 0, '\x011900800402');
            insert into gate_category_day (org, day, category, action, requests, bytes) values ('{Org}', '2026-03-01', 3, 'block', 2, 0);
            """);

        await UpdateAsync();
        await RunAsync(_database.Owner, "select lg_gate_day('2026-03-02')");
        foreach (var day in new[] { 1, 2 })
            await RunAsync(_database.App, $"insert into gate_log.d2026030{day} (at, asker, host, decision, place, path) values ('2026-03-0{day} 10:00+00', 1, 2, 3, 1, '/new')");

        (await ColumnAsync("select table_name::text from information_schema.columns where column_name = 'bytes' and (table_schema = 'gate_log' or table_name like 'gate%')")).ShouldBeEmpty();
        (await ColumnAsync("select asker || ' ' || host || ' ' || decision || ' ' || place || ' ' || path from gate_request order by at")).ShouldBe(["1 2 3 1 /old", "1 2 3 1 /new", "1 2 3 1 /new"]);
        (await ColumnAsync("select requests || ' ' || refused || ' ' || encode(detail, 'hex') from gate_person_day")).ShouldBe(["2 2 011900800402"]);
        (await ColumnAsync("select action || ' ' || requests from gate_category_day")).ShouldBe(["block 2"]);
        (await ColumnAsync("select indexdef::text from pg_indexes where indexname = 'ix_gate_person_day_org_day'")).ShouldHaveSingleItem().ShouldContain("INCLUDE (person, requests, refused)");
    }

    private async Task BringBackAsync(string migration)
    {
        await using var house = Build();
        await using var scope = house.Services.CreateAsyncScope();
        var options = new DbContextOptionsBuilder<Store>().UseNpgsql(_database.Owner, npgsql => npgsql.MigrationsAssembly("Lifeguard.Migrations")).Options;
        await using var store = ActivatorUtilities.CreateInstance<Store>(scope.ServiceProvider, options);
        await store.GetService<IMigrator>().MigrateAsync(migration, TestContext.Current.CancellationToken);
    }

    private async Task UpdateAsync()
    {
        await using var house = Build();
        await using var scope = house.Services.CreateAsyncScope();
        await Preparation.MigrateAsync(scope.ServiceProvider, _database.Owner, TestContext.Current.CancellationToken);
    }

    private Microsoft.AspNetCore.Builder.WebApplication Build() =>
        Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={_database.App}", $"--Lifeguard:Data={_database.Data}"]);

    private static async Task RunAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<string>> ColumnAsync(string sql) => Aftermath.ColumnAsync(_database.Backup, sql);
}
