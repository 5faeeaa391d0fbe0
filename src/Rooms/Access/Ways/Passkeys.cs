using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Lifeguard.Access.Ways;

/// <summary>
/// Makes passkeys and takes them. The framework checks them; what it must remember between asking and answering travels sealed with the
/// page, so a page that lies open on two screens works on both.
/// </summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> users, Seals seals, IHttpContextAccessor http)
{
    private const string Making = "passkey-make";
    private const string Giving = "passkey-give";
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no browser.");

    public async Task<PasskeyQuestion> AskToMakeAsync(Guid accountId, string email, string name)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = accountId.ToString(), Name = email, DisplayName = name }, Context);
        return new PasskeyQuestion(made.CreationOptionsJson, seals.Seal(Making, made.AttestationState));
    }

    /// <summary>The passkey that was made for this account; null when the answer is not right.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(string? credential, string? state, Guid accountId)
    {
        if (string.IsNullOrEmpty(credential) || seals.Open<string>(Making, state, Within) is not { } asked) return null;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { CredentialJson = credential, AttestationState = asked, HttpContext = Context });
        return made.Succeeded && made.UserEntity.Id == accountId.ToString() ? made.Passkey : null;
    }

    /// <param name="account">Whose passkey is wanted, or null for anybody's.</param>
    public async Task<PasskeyQuestion> AskToGiveAsync(Account? account)
    {
        // The framework's own way of saying "anybody".
        var asked = await handler.MakeRequestOptionsAsync(account!, Context);
        return new PasskeyQuestion(asked.RequestOptionsJson, seals.Seal(Giving, asked.AssertionState));
    }

    /// <summary>Whose passkey it is, with its count of uses saved in the caller's work; null when it is nobody's.</summary>
    public async Task<Account?> GivenAsync(string? credential, string? state)
    {
        if (string.IsNullOrEmpty(credential) || seals.Open<string>(Giving, state, Within) is not { } asked) return null;
        var given = await handler.PerformAssertionAsync(new PasskeyAssertionContext { CredentialJson = credential, AssertionState = asked, HttpContext = Context });
        if (!given.Succeeded || given.User.ClosedAt is not null) return null;
        await users.AddOrUpdatePasskeyAsync(given.User, given.Passkey);
        return given.User;
    }
}

/// <param name="Options">What the browser is asked, in the form that it takes.</param>
/// <param name="State">To be sent back with the answer.</param>
internal sealed record PasskeyQuestion(string Options, string State);
