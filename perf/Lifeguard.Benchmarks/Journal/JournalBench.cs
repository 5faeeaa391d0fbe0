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

/// <summary>Sealed journal rows a second with 50 writers, while one transaction stays open for five seconds and nobody waits for it.</summary>
internal static class JournalBench
{
    private const int Writers = 50;
    private static readonly Guid Org = Guid.Parse("10000000-0000-4000-8000-000000000001");

    public static async Task<int> RunAsync(string owner, string app)
    {
        var database = TenYears.Named(app, await TenYears.FillAsync(owner, app)) + ";Maximum Pool Size=60";
        await using var house = Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={database}"]);
        var sealer = house.Services.GetRequiredService<Sealer>();
        // What the filling left is sealed first, so that only the writers' rows are counted.
        while (await sealer.SealAsync(CancellationToken.None) > 0)
        {
        }

        var commits = new Times();
        var sealedRows = 0;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(12));
        var sealing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                sealedRows += await sealer.SealAsync(CancellationToken.None) ?? 0;
                await Task.Delay(200);
            }
        });
        var hold = HoldAsync(house);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(house, commits, stop.Token)));
        var seconds = clock.Elapsed.TotalSeconds;
        await hold;
        await sealing;
        while (await sealer.SealAsync(CancellationToken.None) is > 0 and var more) sealedRows += more;

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nJournal: {commits.Count:N0} commits in {seconds:N1} s = {commits.Count / seconds:N0}/s; sealed {sealedRows:N0}; commit p50 {commits.At(0.5):N1} ms, p99 {commits.At(0.99):N1} ms (goal under 50), longest {commits.At(1):N1} ms beside a transaction of 5 s"));
        return commits.At(0.99) < 50 ? 0 : 1;
    }

    private static async Task WriteAsync(WebApplication house, Times commits, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await using var scope = house.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OrganisationScope>().For([Org]);
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            var clock = Stopwatch.StartNew();
            await store.CommitAsync(new Deed(Org, Org, "Bench", TimeProvider.System.GetUtcNow()), new RecordRead(new RecordRef("incident", Org), "opened"), CancellationToken.None);
            commits.Add(clock.Elapsed);
        }
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
