using Lifeguard.Filtering.Contracts;

namespace Lifeguard.Web.Jobs;

/// <summary>Tells the gateways who is signed in where, as it is noticed.</summary>
internal sealed partial class SayLeases(ILeases leases, ILogger<SayLeases> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await leases.SayAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotSaid(log, fault.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    [LoggerMessage(1307, LogLevel.Warning, "Who sits where was not said to the gateways this time ({Fault}); until it is, they are unsure")]
    private static partial void NotSaid(ILogger logger, string fault);
}
