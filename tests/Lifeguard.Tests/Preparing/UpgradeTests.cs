using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Preparing;

/// <summary>What an earlier release left behind comes through an upgrade whole, also when the power goes in the middle of it.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    /// <summary>Columns that an upgrade changed on purpose, with why.</summary>
    private static readonly Dictionary<string, string> Changed = new()
    {
        ["appointment.role"] = "A file makes nobody office staff any more; whom one had made so is support staff.",
    };

    private OldRelease _release = null!;

    public async ValueTask InitializeAsync() => _release = await OldRelease.LoadAsync("spine");

    public ValueTask DisposeAsync() => _release.DisposeAsync();

    [Fact]
    public async Task EverythingIsThereAsBefore_ProvedAndReadableByItsDesk()
    {
        var school = await _release.CopyAsync();
        var columns = await school.ColumnsAsync();
        foreach (var gone in Changed.Keys.Select(name => name.Split('.'))) columns[gone[0]] = [.. columns[gone[0]].Except([gone[1]])];
        var before = await school.ContentAsync(columns);

        await school.UpgradeAsync();

        before.ShouldContain(line => line.StartsWith("incident 64 ", StringComparison.Ordinal));
        (await school.ContentAsync(columns)).ShouldBe(before);
        await Aftermath.ShouldVerifyAsync(school.Backup);
        (await ReadAsync(school)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task KilledAtAnyChange_ItIsTheOldOneOrAStepOfTheWay_AndTheNextStartFinishes()
    {
        var whole = await _release.CopyAsync();
        var columns = await whole.ColumnsAsync();
        await whole.KillAtAsync(int.MaxValue);
        await whole.UpgradeAsync();
        var changes = await whole.LetLiveAsync();
        var (schema, content, steps) = (await whole.SchemaAsync(), await whole.ContentAsync(columns), await whole.MigrationsAsync());

        changes.ShouldBeGreaterThan(20);
        foreach (var change in AudienceSample.IsFull ? Enumerable.Range(1, changes) : [1, changes / 4, changes / 2, changes * 3 / 4, changes])
        {
            var killed = await _release.CopyAsync();
            await killed.KillAtAsync(change);
            await Should.ThrowAsync<Exception>(killed.UpgradeAsync);
            await killed.LetLiveAsync();
            steps.Take((await killed.MigrationsAsync()).Count).ShouldBe(await killed.MigrationsAsync(), $"killed at change {change}");

            await killed.UpgradeAsync();

            (await killed.SchemaAsync()).ShouldBe(schema, $"killed at change {change}");
            (await killed.ContentAsync(columns)).ShouldBe(content, $"killed at change {change}");
        }
    }

    [Fact]
    public async Task UpgradedTwice_NothingChanges()
    {
        var school = await _release.CopyAsync();
        await school.UpgradeAsync();
        var schema = await school.SchemaAsync();

        await school.UpgradeAsync();

        (await school.SchemaAsync()).ShouldBe(schema);
    }

    // The demonstration's safeguarding lead, whose account was made by the release of then.
    private static async Task<int> ReadAsync(OldRelease.Copy school)
    {
        await using var house = school.Build();
        await using var scope = house.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<OrganisationScope>().OpenTo("test");
        var store = services.GetRequiredService<Store>();
        var account = (await store.Set<Account>().Where(one => one.DemonstrationLabel != null).ToListAsync(TestContext.Current.CancellationToken)).First(one => one.DemonstrationLabel!.Contains("DSL", StringComparison.Ordinal));
        var viewer = (await services.GetRequiredService<FindViewer>().RunAsync(account.Id, TestContext.Current.CancellationToken))!;
        return await store.IncidentsFor(viewer).CountAsync(TestContext.Current.CancellationToken);
    }
}
