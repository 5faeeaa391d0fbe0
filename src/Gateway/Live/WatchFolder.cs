using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>Looks at the gate's folder each quarter of a second; whatever goes wrong, it goes on looking.</summary>
internal sealed class WatchFolder(LiveFilter live, LiveHelplines helplines, SpoolLog spool, TimeProvider clock, ILogger<WatchFolder> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                live.Look();
                helplines.Look();
                spool.Look();
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Log.NotLooked(log, failed.GetType().Name);
            }
        }
    }
}
