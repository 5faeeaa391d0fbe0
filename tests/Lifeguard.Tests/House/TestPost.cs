using System.Collections.Concurrent;
using Lifeguard.Kernel;
using Lifeguard.Storage.Outbox;

namespace Lifeguard.Tests.House;

/// <summary>Keeps what left the house.</summary>
internal sealed class TestPost : IPostOffice
{
    public ConcurrentQueue<(string To, LetterUrgency Urgency)> Sent { get; } = new();

    public ConcurrentQueue<(string To, string Path)> Invitations { get; } = new();

    public Task SendInvitationAsync(string toAddress, string path, string messageId, CancellationToken stop)
    {
        Invitations.Enqueue((toAddress, path));
        return Task.CompletedTask;
    }

    public Task SendAsync(string toAddress, LetterUrgency urgency, string messageId, CancellationToken stop)
    {
        Sent.Enqueue((toAddress, urgency));
        return Task.CompletedTask;
    }
}
