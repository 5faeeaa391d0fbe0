using System.Collections.Concurrent;
using Lifeguard.Kernel;
using Lifeguard.Storage.Outbox;

namespace Lifeguard.Tests.House;

/// <summary>Keeps what left the house.</summary>
internal sealed class TestPost : IPostOffice
{
    public ConcurrentQueue<(string To, LetterUrgency Urgency)> Sent { get; } = new();

    public Task SendAsync(string toAddress, LetterUrgency urgency, string messageId, CancellationToken stop)
    {
        Sent.Enqueue((toAddress, urgency));
        return Task.CompletedTask;
    }
}
