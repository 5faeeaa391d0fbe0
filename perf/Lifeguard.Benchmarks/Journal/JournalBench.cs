using System.Diagnostics;
using System.Globalization;
using Lifeguard.Benchmarks.Filling;
using Lifeguard.Benchmarks.Pages;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Benchmarks.Journal;

/// <summary>
/// The sealed journal under 50 writers. How long a commit takes is measured as people write, each five times a second, while one
/// transaction stays open for five seconds and the sealer runs; how many commits there are at most is measured with writers that never
/// rest, beside the bound: the same row written by the driver alone, in the same run.
/// </summary>
internal static class JournalBench
{
    private const int Writers = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly Guid Org = Guid.Parse("10000000-0000-4000-8000-000000000001");

    public static async Task<int> RunAsync(string owner, string app)
    {
        var database = TenYears.Named(app, await TenYears.FillAsync(owner, app)) + ";Maximum Pool Size=60";
        await using var house = Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={database}"]);
        var sealer = house.Services.GetRequiredService<Sealer>();
        await SealAllAsync(sealer);
        // A site has been up for a while: the first seconds belong to the compiler.
        await WriteAsync(10, stop => WritesAsync(house, new Times(), TimeSpan.Zero, stop));
        await SealAllAsync(sealer);

        var commits = new Times();
        using var stop = new CancellationTokenSource();
        var sealing = SealOnAsync(sealer, stop.Token);
        var hold = HoldAsync(house);
        await WriteAsync(12, until => WritesAsync(house, commits, Pause, until));
        await hold;
        await stop.CancelAsync();
        var rows = await sealing + await SealAllAsync(sealer);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nJournal, 50 writers, five commits a second each: {commits.Count / 12.0:N0}/s, all {rows:N0} rows sealed; commit p50 {commits.At(0.5):N1} ms, p99 {commits.At(0.99):N1} ms (goal under 50), longest {commits.At(1):N1} ms beside a transaction of 5 s"));

        var ours = new Times();
        await WriteAsync(8, until => WritesAsync(house, ours, TimeSpan.Zero, until));
        await SealAllAsync(sealer);
        var bare = new Times();
        await using (var source = NpgsqlDataSource.Create(database))
            await WriteAsync(8, until => BareWritesAsync(source, bare, until));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Journal, 50 writers that never rest: {ours.Count / 8.0:N0} commits/s; the driver alone {bare.Count / 8.0:N0}/s; ratio {(double)ours.Count / bare.Count:N2}"));
        await SealAllAsync(sealer);
        return commits.At(0.99) < 50 && commits.At(1) < 5_000 ? 0 : 1;
    }

    private static async Task WriteAsync(int seconds, Func<CancellationToken, Task> write)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => write(stop.Token))));
    }

    private static async Task WritesAsync(WebApplication house, Times commits, TimeSpan pause, CancellationToken stop)
    {
        if (pause > TimeSpan.Zero) await Task.Delay(pause * Random.Shared.NextDouble(), CancellationToken.None);
        while (!stop.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            await using (var scope = house.Services.CreateAsyncScope())
            {
                scope.ServiceProvider.GetRequiredService<OrganisationScope>().For([Org]);
                var store = scope.ServiceProvider.GetRequiredService<Store>();
                await store.CommitAsync(new Deed(Org, Org, "Bench", TimeProvider.System.GetUtcNow()), new RecordRead(new RecordRef("incident", Org), "opened"), CancellationToken.None);
            }

            commits.Add(clock.Elapsed);
            if (pause > clock.Elapsed) await Task.Delay(pause - clock.Elapsed, CancellationToken.None);
        }
    }

    // The least that any program does for such a row: the organisation set, one transaction, one insert.
    private static async Task BareWritesAsync(NpgsqlDataSource source, Times commits, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
            await using (var scope = new NpgsqlCommand($"select set_config('lg.orgs', '{{{Org}}}', false)", connection)) await scope.ExecuteNonQueryAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await using var insert = new NpgsqlCommand(
                "insert into journal (id, org, record_kind, record_id, act, by_identity, at, salt, payload, payload_commitment, commitment) values ($1, $2, 'incident', $2, 'RecordRead', $2, $3, $4, $5, $6, $6)", connection, transaction);
            var at = TimeProvider.System.GetUtcNow();
            insert.Parameters.Add(new() { Value = Guid.CreateVersion7(at) });
            insert.Parameters.Add(new() { Value = Org });
            insert.Parameters.Add(new() { Value = at });
            insert.Parameters.Add(new() { Value = new byte[16] });
            insert.Parameters.Add(new() { Value = """{"How":"opened","ByName":"Bench"}""" });
            insert.Parameters.Add(new() { Value = new byte[32] });
            await insert.ExecuteNonQueryAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            commits.Add(clock.Elapsed);
        }
    }

    private static async Task<int> SealOnAsync(Sealer sealer, CancellationToken stop)
    {
        var rows = 0;
        while (!stop.IsCancellationRequested)
        {
            rows += await sealer.SealAsync(CancellationToken.None) ?? 0;
            await Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        }

        return rows;
    }

    private static async Task<int> SealAllAsync(Sealer sealer)
    {
        var rows = 0;
        while (await sealer.SealAsync(CancellationToken.None) is > 0 and var more) rows += more;
        return rows;
    }

    private static async Task HoldAsync(WebApplication house)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
        await using var scope = house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().For([Org]);
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await using var work = await store.BeginAsync(CancellationToken.None);
        store.Add(new JournalRow { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Org = Org, RecordKind = "incident", Act = "Held", At = TimeProvider.System.GetUtcNow(), PayloadCommitment = [1], Commitment = [1] });
        await store.SaveChangesAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
    }
}
