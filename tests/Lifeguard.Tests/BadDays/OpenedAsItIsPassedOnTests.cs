using System.Net;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Lifeguard.Tests.Incidents.Pages.Work;
using Npgsql;

namespace Lifeguard.Tests.BadDays;

/// <summary>
/// The lead opens a concern in the moment in which its clock runs out. Two pieces of work hold each other's rows, the database ends
/// one of them, and nobody is shown an error for it.
/// </summary>
public sealed class OpenedAsItIsPassedOnTests(World world) : IClassFixture<World>
{
    private const string Incident = "select 1 from incident where id = $1 for update";
    private const string Duty = "select 1 from duty where record_id = $1 for update";

    [Theory]
    [InlineData(Incident, Duty)]
    [InlineData(Duty, Incident)]
    public async Task OpenedWhileAnotherHoldsWhatItNeeds_StandsOpened(string first, string then)
    {
        var desk = await DeskScene.SetAsync(world);
        var scene = await WorkScene.OnAsync(world, desk, takenOn: false, urgent: false, "dsl", desk.Pupil());
        await using var connection = new NpgsqlConnection(world.Database.Owner);
        await connection.OpenAsync(Stop);
        await using (var other = await connection.BeginTransactionAsync(Stop))
        {
            await SeeAsync();
            await HoldAsync(first);
            var opening = scene.ShowAsync();
            await WaitedForAsync();
            // In one of the two orders this closes the circle.
            await HoldAsync(then);
            await other.RollbackAsync(Stop);
            (await opening).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await scene.AgainAsync()).OpenedAt.ShouldNotBeNull();

        async Task HoldAsync(string what)
        {
            await using var command = new NpgsqlCommand(what, connection) { Parameters = { new() { Value = scene.Record.Id } } };
            (await command.ExecuteScalarAsync(Stop)).ShouldBe(1);
        }

        async Task SeeAsync()
        {
            await using var command = new NpgsqlCommand("select set_config('lg.orgs', $1, false)", connection) { Parameters = { new() { Value = $"{{{scene.Record.Org}}}" } } };
            await command.ExecuteNonQueryAsync(Stop);
        }

        async Task WaitedForAsync()
        {
            await using var command = new NpgsqlCommand("select count(*) from pg_locks where not granted and $1 = any (pg_blocking_pids(pid))", connection) { Parameters = { new() { Value = connection.ProcessID } } };
            while ((long)(await command.ExecuteScalarAsync(Stop))! == 0) await Task.Delay(20, Stop);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
