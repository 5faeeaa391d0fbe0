using Lifeguard.Kernel;

namespace Lifeguard.Access.Contracts;

/// <summary>
/// After a backup was restored nobody signs in until somebody at the machine has looked through who may come in: whoever lost a right
/// since then has it back.
/// </summary>
public interface IReviewOfRights
{
    /// <summary>Ends every sign-in and keeps sign-in closed.</summary>
    /// <param name="stateAt">How old the restored state is.</param>
    Task CloseSignInAsync(DateTimeOffset stateAt, Deed deed, CancellationToken stop);
}
