using Lifeguard.Storage.Journal;

namespace Lifeguard.Web.Jobs;

/// <summary>Seals the journal within a second. Every copy of the site runs it; the database elects one at a time.</summary>
internal sealed partial class SealEverySecond(Sealer sealer, ILogger<SealEverySecond> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sealer.SealAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotSealed(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(1301, LogLevel.Warning, "The journal was not sealed this time ({Fault}); it is tried again")]
    private static partial void NotSealed(ILogger logger, string fault);
}
