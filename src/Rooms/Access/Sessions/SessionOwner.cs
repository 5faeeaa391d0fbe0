using System.Security.Claims;

namespace Lifeguard.Access.Sessions;

/// <summary>Whose session it is: the account, the human being behind it, and where they belong first.</summary>
internal readonly record struct SessionOwner(Guid AccountId, Guid IdentityId, Guid HomeOrg)
{
    private const string AccountClaim = "account";
    private const string IdentityClaim = "identity";
    private const string HomeClaim = "home";

    public ClaimsPrincipal Principal() => new(new ClaimsIdentity(
        [new Claim(AccountClaim, AccountId.ToString()), new Claim(IdentityClaim, IdentityId.ToString()), new Claim(HomeClaim, HomeOrg.ToString())], SessionStore.Scheme));

    /// <summary>Null for somebody who is not signed in.</summary>
    public static SessionOwner? Of(ClaimsPrincipal who) =>
        who.FindFirstValue(AccountClaim) is { } account && who.FindFirstValue(IdentityClaim) is { } identity && who.FindFirstValue(HomeClaim) is { } home
            ? new SessionOwner(Guid.Parse(account), Guid.Parse(identity), Guid.Parse(home))
            : null;
}
