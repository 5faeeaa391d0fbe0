using Lifeguard.Filtering.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Looks how the gateways stand, so that whoever keeps the filter hears of a fault within two minutes.</summary>
[DisallowConcurrentExecution]
internal sealed class LookAtGate(IGateAlarms alarms, ILogger<LookAtGate> log) : TriedAgain(log)
{
    protected internal override Task RunAsync(CancellationToken stop) => alarms.LookAsync(stop);
}
