using Lifeguard.Storage.Outbox;

namespace Lifeguard.Web.Jobs;

/// <summary>Empties the outbox every few seconds. Several copies of the site may: each takes letters that nobody else holds.</summary>
internal sealed partial class SendLetters(IServiceScopeFactory scopes, ILogger<SendLetters> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(3));
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LetterSender>().SendDueAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotSent(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(1302, LogLevel.Warning, "The outbox was not emptied this time ({Fault}); it is tried again")]
    private static partial void NotSent(ILogger logger, string fault);
}
