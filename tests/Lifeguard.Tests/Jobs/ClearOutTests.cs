using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Lifeguard.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.Jobs;

public sealed class ClearOutTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task ClearOut_DeletesWhatIsOver_AndKeepsTheRest()
    {
        var now = world.Clock.GetUtcNow();
        foreach (var (name, draft, form, started, ended) in ((string, TimeSpan, TimeSpan, TimeSpan, TimeSpan?)[])
            [("old", TimeSpan.FromDays(14), TimeSpan.FromHours(1), TimeSpan.FromHours(40), null), ("out", TimeSpan.FromDays(30), TimeSpan.FromDays(1), TimeSpan.FromHours(26), TimeSpan.FromHours(25)),
             ("new", TimeSpan.FromDays(13.9), TimeSpan.FromMinutes(59), TimeSpan.FromHours(1), null), ("left", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(5), TimeSpan.FromHours(4))])
        {
            var key = Guid.CreateVersion7(now);
            await RunAsync("insert into draft (id, reference, school, sealed, started_at, changed_at) values ($1, $1, $1, '', $2, $2)", key, now - draft);
            await RunAsync("insert into sent_form (id, sent_at) values ($1, $2)", key, now - draft);
            await RunAsync("insert into kept_form (token_hash, sealed, kept_at) values ($1, '', $2)", System.Text.Encoding.UTF8.GetBytes(name), now - form);
            await RunAsync("insert into session (id, token_hash, account_id, started_at, last_seen_at, ends_at, ended_at) values ($1, $2, $1, $3, $3, $4, $5)",
                key, System.Text.Encoding.UTF8.GetBytes(name), now - started, now - started + TimeSpan.FromHours(10), ended is { } over ? now - over : DBNull.Value);
        }

        await ActivatorUtilities.CreateInstance<ClearOut>(world.Services).RunAsync(TestContext.Current.CancellationToken);

        (await Aftermath.ColumnAsync(world.Database.Backup, "select 'kept' from draft")).Count.ShouldBe(2);
        (await Aftermath.ColumnAsync(world.Database.Backup, "select 'kept' from sent_form")).Count.ShouldBe(2);
        (await Aftermath.ColumnAsync(world.Database.Backup, "select convert_from(token_hash, 'UTF8') from kept_form order by 1")).ShouldBe(["left", "new"]);
        (await Aftermath.ColumnAsync(world.Database.Backup, "select convert_from(token_hash, 'UTF8') from session order by 1")).ShouldBe(["left", "new"]);
    }

    [Fact]
    public async Task ScheduleTables_MadeTwice_AreAsBefore()
    {
        await using var owner = new NpgsqlConnection(world.Database.Owner + ";Pooling=false");
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        var before = await TablesAsync();

        await ScheduleTables.MakeAsync(owner, TestContext.Current.CancellationToken);

        before.ShouldContain("qrtz_triggers");
        before.ShouldContain("qrtz_scheduler_state");
        (await TablesAsync()).ShouldBe(before);
    }

    private Task<IReadOnlyList<string>> TablesAsync() =>
        Aftermath.ColumnAsync(world.Database.Backup, "select tablename::text from pg_tables where tablename like 'qrtz%' and has_table_privilege('lg_app', tablename::text, 'select, insert, update, delete') order by 1");

    private async Task RunAsync(string sql, params object[] values)
    {
        await using var command = world.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
