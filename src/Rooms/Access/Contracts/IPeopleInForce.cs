namespace Lifeguard.Access.Contracts;

/// <summary>
/// Who may come in today, for a door of another room that asks for a secret of its own, such as the proxy's. It opens no session.
/// The question costs the same for an address that nobody has.
/// </summary>
public interface IPeopleInForce
{
    /// <summary>The human being whose account is named so, where other rooms call them by the same name; null when nobody is, when they have left or are closed, and after a restore until the rights are reviewed. Opens the house to this work.</summary>
    Task<Guid?> IdentityOfAsync(string address, CancellationToken stop);
}
