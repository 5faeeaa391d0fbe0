using Lifeguard.Access.Model;
using Microsoft.AspNetCore.Identity;

namespace Lifeguard.Access.Storage;

/// <summary>Holds every password, wherever it is set, against those that are known.</summary>
internal sealed class KnownPasswordValidator(KnownPasswords known) : IPasswordValidator<Account>
{
    private const int Longest = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var refusal = password is null ? null : password.Length > Longest ? Refusals.PasswordIsLong : IsNameOf(user, password) || known.Has(password) ? Refusals.PasswordIsKnown : null;
        return Task.FromResult(refusal is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = refusal.Sentence }));
    }

    private static bool IsNameOf(Account user, string password) =>
        user.Email is { } email && (password.Equals(email, StringComparison.OrdinalIgnoreCase) || password.Equals(email.Split('@')[0], StringComparison.OrdinalIgnoreCase));
}
