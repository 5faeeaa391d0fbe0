using Lifeguard.Storage.Outbox;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>Empties the outbox.</summary>
[DisallowConcurrentExecution]
internal sealed class SendLetters(LetterSender letters, ILogger<SendLetters> log) : TriedAgain(log)
{
    protected internal override Task RunAsync(CancellationToken stop) => letters.SendDueAsync(stop);
}
