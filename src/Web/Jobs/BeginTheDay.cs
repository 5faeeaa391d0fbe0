using Lifeguard.Organisation.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Has the rooms look again at what turns on roles that began or ended with the day.</summary>
[DisallowConcurrentExecution]
internal sealed partial class BeginTheDay(ITurnOfTheDay turn, ILogger<BeginTheDay> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await turn.RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotTurned(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(1305, LogLevel.Warning, "Roles that began or ended today were not looked at this time ({Fault}); it is tried again")]
    private static partial void NotTurned(ILogger logger, string fault);
}
