using Lifeguard.Duties;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation;
using Lifeguard.Reference;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.House;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Lifeguard.Tests.Duties.Stored;

/// <summary>The rooms up to Duties on a database of their own, with the application's role and so behind the second wall.</summary>
public sealed class DutiesHouse : IAsyncLifetime
{
    private static readonly IModule[] Rooms = [new ReferenceModule(), new OrganisationModule(), new DutiesModule()];

    private TestDatabase? _database;
    private ServiceProvider? _services;

    internal FakeClock Clock { get; } = FakeClock.FridayAfternoon();

    internal HigherRoom Higher { get; } = new();

    public Guid Trust { get; } = Key(1);

    public Guid School { get; } = Key(2);

    public Guid OtherSchool { get; } = Key(3);

    public static Guid Key(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage(_database.App);
        // All tables of the house, though not all its rooms: the model of the store is kept for the whole process.
        foreach (var tables in Lifeguard.Web.Rooms.All.SelectMany(room => room.Tables)) services.AddSingleton(tables);
        foreach (var room in Rooms) room.AddServices(services, new ConfigurationBuilder().Build());
        services.AddSingleton<IRecordAudience>(Higher);
        services.AddScoped<IReaction<DutyOverdue>>(provider => new HigherRoom.OnOverdue(Higher, provider.GetRequiredService<IDuties>()));
        _services = services.BuildServiceProvider(validateScopes: true);
        await PlantAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>One piece of work with its own store, open to these organisations.</summary>
    internal async Task<T> WorkAsync<T>(Func<IServiceProvider, Task<T>> work, params Guid[] organisations)
    {
        await using var scope = _services!.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().For(organisations.Length == 0 ? [School] : organisations);
        return await work(scope.ServiceProvider);
    }

    internal Task<int> RunDueAsync() => WorkAsync(services => services.GetRequiredService<IDuties>().RunDueAsync(TestContext.Current.CancellationToken));

    internal Task<Outcome> CommitAsync(Func<IDuties, Deed, Task> prepare) =>
        WorkAsync(async services =>
        {
            var deed = new Deed(School, Key(900), "Somebody", Clock.GetUtcNow());
            await prepare(services.GetRequiredService<IDuties>(), deed);
            return await services.GetRequiredService<Store>().CommitAsync(deed, new SomethingDone(new RecordRef("concern", Key(1))), TestContext.Current.CancellationToken);
        });

    internal Task<IReadOnlyList<DutyCard>> DueForAsync(Viewer viewer) =>
        WorkAsync(services => services.GetRequiredService<IDuties>().DueForAsync(viewer, TestContext.Current.CancellationToken), [.. viewer.Organisations]);

    internal async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database!.Owner + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal Viewer Viewer(Guid identity, string role, Guid at, params Guid[] organisations) => new()
    {
        AccountId = identity,
        IdentityId = identity,
        Name = role,
        Seats = [new Seat(at, identity, role)],
        Organisations = organisations.Length == 0 ? [at] : organisations,
        Permissions = new HashSet<string>(),
        Home = at,
        Below = new Dictionary<Guid, IReadOnlyList<Guid>> { [at] = [.. organisations.Where(one => at == Trust && one != at)] },
    };

    private Task PlantAsync() =>
        RunAsync($"""
            insert into organisation (id, parent_id, kind, name, nation, report_code) values
              ('{Trust}', null, 'Trust', 'Trust', 'England', 'TRUST001'),
              ('{School}', '{Trust}', 'School', 'School', 'England', 'SCHOOL01'),
              ('{OtherSchool}', null, 'School', 'Other school', 'Scotland', 'SCHOOL02')
            """);
}

internal sealed record SomethingDone(RecordRef About) : IHappened;
