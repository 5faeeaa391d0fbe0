using Lifeguard.Filtering.Contracts;

namespace Lifeguard.Web.Jobs;

/// <summary>Loads each second what the gate decided. The spool lies on the machine that the gateway shares, so each copy of the site loads its own.</summary>
internal sealed partial class LoadGateLog(IServiceScopeFactory scopes, ILogger<LoadGateLog> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IGateLog>().LoadAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotLoaded(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(1306, LogLevel.Warning, "The gate's log was not loaded this time ({Fault}); it waits in the spool and is tried again")]
    private static partial void NotLoaded(ILogger logger, string fault);
}
