using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Lifeguard.Access.Ways;

/// <summary>Whether somebody may choose this password: long, and not one of those that everybody tries.</summary>
internal sealed class PasswordRules(UserManager<Account> users)
{
    public const int Shortest = 12;

    /// <summary>Null when it may be used.</summary>
    public async Task<Refusal?> CheckAsync(string email, string password)
    {
        if (password.Length < Shortest) return Refusals.PasswordIsShort;
        foreach (var rule in users.PasswordValidators)
        {
            var answer = await rule.ValidateAsync(users, new Account { Email = email, UserName = email }, password);
            if (answer.Errors.FirstOrDefault() is { } error) return new Refusal(error.Code, error.Description);
        }

        return null;
    }
}
