using Lifeguard.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Lifeguard.Web.Preparing;

/// <summary>The same rooms on the same database, with the clock of the stories and without jobs.</summary>
internal static class StoryHouse
{
    public static ServiceProvider Build(IConfiguration configuration, StoryClock clock)
    {
        // A power cut in the middle costs nothing, because what is not whole is begun anew.
        var connection = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("App")) { Options = "-c synchronous_commit=off" };
        var settings = new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:App"] = connection.ConnectionString,
            ["Lifeguard:NoJobs"] = "true",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(settings);
        House.AddServices(services, settings);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        // 256 random bits that nobody is told cannot be guessed, however fast somebody guesses.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        return services.BuildServiceProvider();
    }
}
