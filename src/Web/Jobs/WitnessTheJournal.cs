using Lifeguard.Storage.Journal;

namespace Lifeguard.Web.Jobs;

/// <summary>Writes the journal's head outside the database, at the start and every quarter of an hour.</summary>
internal sealed partial class WitnessTheJournal(WitnessFile witness, ILogger<WitnessTheJournal> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var quarter = new PeriodicTimer(TimeSpan.FromMinutes(15));
        do
        {
            try
            {
                await witness.MarkAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotWritten(log, fault.GetType().Name);
            }
        }
        while (await quarter.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1303, LogLevel.Warning, "The witness of the journal was not written this time ({Fault}); it is tried again in a quarter of an hour")]
    private static partial void NotWritten(ILogger logger, string fault);
}
