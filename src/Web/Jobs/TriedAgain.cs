using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>A job that comes round again: what stands in its way this time is said in the log, by its kind and never in its words.</summary>
internal abstract partial class TriedAgain(ILogger log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotDone(log, GetType().Name, fault.GetType().Name);
        }
    }

    protected internal abstract Task RunAsync(CancellationToken stop);

    [LoggerMessage(1302, LogLevel.Warning, "{Job} did not come to its end this time ({Fault}); it is tried again when it comes round")]
    private static partial void NotDone(ILogger logger, string job, string fault);
}
