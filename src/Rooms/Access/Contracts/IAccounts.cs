using Lifeguard.Kernel;

namespace Lifeguard.Access.Contracts;

/// <summary>Ways in. Invitations take over who may open them; this is the seam.</summary>
public interface IAccounts
{
    /// <summary>Opens an account with a password of its own; refused when the address is taken or the password too weak.</summary>
    Task<Outcome> OpenAsync(Guid identity, Guid homeOrg, string email, string password, string? demonstrationLabel, Deed deed, CancellationToken stop);

    /// <summary>Whether this database was made as a demonstration.</summary>
    Task<bool> IsDemonstrationAsync(CancellationToken stop);

    /// <summary>Writes, once, what kind of database this is.</summary>
    Task FoundAsync(bool asDemonstration, Deed deed, CancellationToken stop);
}
