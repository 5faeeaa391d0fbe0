using Lifeguard.Organisation.Contracts;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Has the rooms look again at what turns on roles that began or ended with the day.</summary>
[DisallowConcurrentExecution]
internal sealed class BeginTheDay(ITurnOfTheDay turn, ILogger<BeginTheDay> log) : TriedAgain(log)
{
    protected internal override Task RunAsync(CancellationToken stop) => turn.RunAsync(stop);
}
