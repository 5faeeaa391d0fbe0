using Lifeguard.Kernel;

namespace Lifeguard.Access.Contracts;

/// <summary>Ways in. Invitations take over who may open them; this is the seam.</summary>
public interface IAccounts
{
    /// <summary>Opens an account with a password of its own; refused when the address is taken or the password too weak.</summary>
    Task<Outcome> OpenAsync(Guid identity, Guid homeOrg, string email, string password, string? demonstrationLabel, Deed deed, CancellationToken stop);

    /// <summary>Whether this database was made as a demonstration.</summary>
    Task<bool> IsDemonstrationAsync(CancellationToken stop);

    /// <summary>The viewer that a request of this human being would have now, with the second wall set for it; null without an open account.</summary>
    Task<Viewer?> ViewerOfAsync(Guid identity, CancellationToken stop);

    /// <summary>Writes, once, what kind of database this is.</summary>
    /// <returns>True when it was written now, false when it stood there already.</returns>
    Task<bool> FoundAsync(bool asDemonstration, Deed deed, CancellationToken stop);
}
