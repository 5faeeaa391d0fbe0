using Lifeguard.DataProtection.Model;
using Lifeguard.Tests.House;
using Npgsql;

namespace Lifeguard.Tests.DataProtection;

/// <summary>The database's own look at a purge, for whoever has got hold of the application's connection.</summary>
public sealed class ErasureTests(World world) : IClassFixture<World>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update purge set confirmed_by = null")]
    [InlineData("update purge set confirmed_by = proposed_by")]
    [InlineData("update purge set days_waited = 6")]
    [InlineData("update purge set stopped_at = now()")]
    public async Task Database_LooksForItself_BeforeItLetsGoOfTheJournal(string attack)
    {
        var scene = await RetentionScene.SetAsync(world);
        var record = await scene.RecordAsync();
        await scene.ProposeAsync(record, "dsl");
        await scene.ConfirmAsync(record, "deputy1");
        var purge = (await scene.RowsAsync<Purge>(one => one.RecordId == record.Id)).Single();
        await using var connection = new NpgsqlConnection(world.Database.App);
        await connection.OpenAsync(Stop);
        await ExecuteAsync(connection, $"select set_config('lg.orgs', '{{{record.Org}}}', false)");
        await ExecuteAsync(connection, $"update purge set days_waited = 7 where id = '{purge.Id}'");
        await ExecuteAsync(connection, $"{attack} where id = '{purge.Id}'");

        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(connection, $"select lg_erase('{purge.Id}', '{{}}')"))).MessageText.ShouldBe("This purge is not ripe.");
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(connection, $"update journal set payload = null where record_id = '{record.Id}'"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
