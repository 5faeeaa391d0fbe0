using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage.Walls;
using Lifeguard.Upkeep.Contracts;
using Lifeguard.Web.Hosting;
using Lifeguard.Web.Preparing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Cli.Backups;

/// <summary>
/// Makes a restored database ready to be served: brings it to this version, ends every sign-in of then, and keeps sign-in closed until
/// somebody has looked through the rights, because a right withdrawn since then is back. Letters that were waiting then stay until somebody
/// lets them go, because they may have been sent since.
/// </summary>
internal static class RestoredHouse
{
    public static async Task MakeReadyAsync(IConfiguration configuration, string owner, string app, DateTimeOffset stateAt, CancellationToken stop)
    {
        string[] settings =
        [
            "--Lifeguard:NoJobs=true", $"--ConnectionStrings:Owner={owner}", $"--ConnectionStrings:App={app}",
            .. from name in new[] { "Lifeguard:Data", "Lifeguard:KeyFile", "Lifeguard:Demonstration" } where configuration[name] is { Length: > 0 } select $"--{name}={configuration[name]}",
        ];
        await using var house = House.WithoutPages(settings, builder => builder.Logging.ClearProviders());
        await Preparation.RunAsync(house.Services, _ => { }, stop);
        await using var scope = house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("restore");
        var deed = Deed.OfSystem(Guid.Empty, "Restore", scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<IReviewOfRights>().CloseSignInAsync(stateAt, deed, stop);
        await scope.ServiceProvider.GetRequiredService<IHeldLetters>().HoldBackAsync(stop);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }
}
