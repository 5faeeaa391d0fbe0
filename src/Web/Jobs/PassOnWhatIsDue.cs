using Lifeguard.Duties.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Passes on what nobody did in time.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PassOnWhatIsDue(IDuties duties, ILogger<PassOnWhatIsDue> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await duties.RunDueAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotPassedOn(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(1303, LogLevel.Warning, "What is due was not passed on this time ({Fault}); it is tried again")]
    private static partial void NotPassedOn(ILogger logger, string fault);
}
