using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Web.Jobs;

/// <summary>Reads and applies files of people, one after the other, while the site goes on.</summary>
internal sealed partial class ImportPeople(IServiceScopeFactory scopes, ILogger<ImportPeople> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotImported(log, fault.GetType().Name);
            }
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IPeopleImports>().RunNextAsync(stop);
    }

    [LoggerMessage(1305, LogLevel.Warning, "A file of people was not read or applied this time ({Fault}); nothing was changed, and it is tried again")]
    private static partial void NotImported(ILogger logger, string fault);
}
