namespace Lifeguard.Storage.Outbox;

/// <summary>What an invitation needs at the moment its letter leaves.</summary>
public interface IInvitations
{
    /// <summary>A new link for an invitation that is still open, as part of the caller's transaction; null when it is not.</summary>
    Task<InvitationToSend?> MakeLinkAsync(Guid invitation, CancellationToken stop);
}

/// <param name="Path">The address within the site; nothing of its secret part stays in this house but a hash.</param>
public sealed record InvitationToSend(string Address, string Path);
