using Lifeguard.Kernel;

namespace Lifeguard.Storage.Outbox;

/// <summary>Takes a notice out of the process. It is handed an address and an urgency, and nothing else to leak.</summary>
public interface IPostOffice
{
    /// <exception cref="Exception">Not delivered; it is tried again later.</exception>
    Task SendAsync(string toAddress, LetterUrgency urgency, string messageId, CancellationToken stop);

    /// <summary>Takes an invitation out of the process: an address and the path of its link.</summary>
    /// <exception cref="Exception">Not delivered; it is tried again later.</exception>
    Task SendInvitationAsync(string toAddress, string path, string messageId, CancellationToken stop);
}

/// <summary>Where a human being is written to; null when no account or no address.</summary>
public interface IAddressBook
{
    Task<string?> AddressOfAsync(Guid identity, CancellationToken stop);
}
