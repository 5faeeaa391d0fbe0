using System.Collections.Concurrent;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Shared;
using Npgsql;

namespace Lifeguard.Tests.BadDays;

/// <summary>The web process is killed, again and again, while people are sending reports.</summary>
public sealed class KilledSiteTests(World world) : IClassFixture<World>
{
    private const int Writers = 8;
    private static readonly int Kills = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 100 : 10;

    [Fact]
    public async Task Kill_WhileReportsAreSent_LosesNothingThatWasAcknowledged()
    {
        await DurableAsync();
        var school = await world.SchoolAsync();
        await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var code = await world.CodeAsync(school);
        var port = FreePorts.Next();
        var acknowledged = new ConcurrentDictionary<string, string>();
        var enough = false;
        var chance = new Random(20261120);
        Task[] writers = [];

        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await using var site = Launch();
                if (kill == 0) writers = [.. Enumerable.Range(0, Writers).Select(one => Task.Run(() => Reporter.WriteAsync(new Reporter(site.Address, code), $"Writer {one}", acknowledged, () => enough)))];
                await GrownAsync(acknowledged, by: 2, writers);
                await Task.Delay(chance.Next(120), TestContext.Current.CancellationToken);
                await site.KillAsync();
            }

            await using var last = Launch();
            await GrownAsync(acknowledged, by: Writers, writers);
            enough = true;
            await Task.WhenAll(writers);
            await Aftermath.SealedAsync(world.Database.Backup);
        }
        finally
        {
            enough = true;
            await Task.WhenAll(writers);
        }

        acknowledged.Count.ShouldBeGreaterThan(Kills * 2);
        await Aftermath.ShouldHoldAsync(world.Database.Backup, acknowledged);
        await Aftermath.ShouldVerifyAsync(world.Database.Backup);

        SiteProcess Launch() => SiteProcess.Launch(world.Database.App, world.Database.Data, port);
    }

    private static async Task GrownAsync(ConcurrentDictionary<string, string> acknowledged, int by, Task[] writers)
    {
        var goal = acknowledged.Count + by;
        while (acknowledged.Count < goal)
        {
            if (writers.FirstOrDefault(one => one.IsFaulted) is { } fallen) await fallen;
            await Task.Delay(10);
        }
    }

    // The test server gives up durability for speed; a receipt must mean what it says here.
    private async Task DurableAsync()
    {
        await using var connection = new NpgsqlConnection(world.Database.Owner + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"alter database {connection.Database} set synchronous_commit = on", connection);
        await command.ExecuteNonQueryAsync();
    }
}
