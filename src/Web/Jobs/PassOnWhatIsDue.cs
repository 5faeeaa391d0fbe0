using Lifeguard.Duties.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Passes on what nobody did in time.</summary>
[DisallowConcurrentExecution]
internal sealed class PassOnWhatIsDue(IDuties duties, ILogger<PassOnWhatIsDue> log) : TriedAgain(log)
{
    protected internal override Task RunAsync(CancellationToken stop) => duties.RunDueAsync(stop);
}
