using Lifeguard.Storage.Almanac;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Storage;

public static class StorageModule
{
    /// <summary>The store on the application's own database role, which neither owns tables nor passes the second wall.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddScoped<OrganisationScope>();
        services.AddScoped<OrganisationWall>();
        services.AddScoped<OpenedConnections>();
        services.AddSingleton<MatchOperator>();
        services.AddDbContext<Store>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<OrganisationWall>(), provider.GetRequiredService<OpenedConnections>()));
        services.AddSingleton<AlmanacShelf>();
        services.AddScoped<Edition>();
        services.AddScoped(provider => new Almanac.Almanac(
            provider.GetRequiredService<Store>(), provider.GetRequiredService<OrganisationScope>(), provider.GetRequiredService<Edition>(), provider.GetRequiredService<AlmanacShelf>()));
        services.AddScoped<LetterSender>();
        services.AddSingleton<Sealer>();
        return services;
    }
}
