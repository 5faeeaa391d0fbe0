using Lifeguard.Filtering.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Drops the days of the gate's log whose time is over.</summary>
[DisallowConcurrentExecution]
internal sealed class EndGateDays(IGateLog gate, ILogger<EndGateDays> log) : TriedAgain(log)
{
    protected internal override Task RunAsync(CancellationToken stop) => gate.EndDaysAsync(stop);
}
