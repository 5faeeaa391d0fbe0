using Lifeguard.Organisation;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.House;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Organisation;

/// <summary>This room alone on a real database of its own, behind both walls: the tests work as the application's role.</summary>
public sealed class OrganisationDatabase : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(FakeClock.At("2026-11-20T09:00+00:00"));
        services.AddStorage(_database.App);
        // All tables of the house, though one of its rooms: the model of the store is kept for the whole process.
        foreach (var tables in Lifeguard.Web.Rooms.All.SelectMany(room => room.Tables)) services.AddSingleton(tables);
        new OrganisationModule().AddServices(services, new ConfigurationBuilder().Build());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A piece of work with the whole database open to it, as the commands have.</summary>
    internal Desk Open()
    {
        var desk = new Desk(_services.CreateAsyncScope());
        desk.Get<OrganisationScope>().OpenTo("test");
        return desk;
    }

    /// <summary>A piece of work that may touch rows of these organisations only.</summary>
    internal Desk OpenFor(params IReadOnlyList<Guid> organisations)
    {
        var desk = new Desk(_services.CreateAsyncScope());
        desk.Get<OrganisationScope>().For(organisations);
        return desk;
    }
}
