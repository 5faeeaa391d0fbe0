using Lifeguard.DataProtection.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Counts the days of what is to be erased, and erases what has waited its week.</summary>
[DisallowConcurrentExecution]
internal sealed class ErasePurged(IRetention retention, ILogger<ErasePurged> log) : TriedAgain(log)
{
    protected internal override Task RunAsync(CancellationToken stop) => retention.RunDueAsync(stop);
}
