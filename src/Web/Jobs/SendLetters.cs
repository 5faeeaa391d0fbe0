using Lifeguard.Storage.Outbox;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Empties the outbox.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SendLetters(LetterSender letters, ILogger<SendLetters> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await letters.SendDueAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotSent(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(1302, LogLevel.Warning, "The outbox was not emptied this time ({Fault}); it is tried again")]
    private static partial void NotSent(ILogger logger, string fault);
}
