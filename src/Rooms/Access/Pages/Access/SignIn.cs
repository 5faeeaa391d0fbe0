using System.Security.Claims;
using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access;

/// <summary>Signs in with a password. The second factor, passkeys and invitations stand where <see cref="EnterAsync"/> is called.</summary>
internal sealed class SignIn(Store store, OrganisationScope scope, UserManager<Account> users, IPasswordHasher<Account> hasher, IHttpContextAccessor http, TimeProvider clock)
{
    // Hashed once per process, so that an unknown address costs the same time as a known one.
    private static readonly Lazy<string> DummyHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), "an address nobody has"));

    public static Refusal Wrong { get; } = new("sign-in-refused",
        "That e-mail address and password do not go together, or the account is resting after too many tries. Check them and try again in five minutes.");

    public async Task<Outcome> WithPasswordAsync(string email, string password, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        await using var work = await store.BeginAsync(stop);
        var account = await users.FindByEmailAsync(email.Trim());
        if (account is null || account.ClosedAt is not null)
        {
            hasher.VerifyHashedPassword(new Account(), DummyHash.Value, password);
            return Wrong;
        }

        var right = await users.CheckPasswordAsync(account, password);
        if (await users.IsLockedOutAsync(account)) return await RefuseAsync(account, "locked", stop);
        if (!right)
        {
            await users.AccessFailedAsync(account);
            return await RefuseAsync(account, "password", stop);
        }

        await users.ResetAccessFailedCountAsync(account);
        return await EnterAsync(account, "password", stop);
    }

    /// <summary>One click, for the invented people of a demonstration; the page has checked what kind of database this is.</summary>
    public async Task<Outcome> AsDemonstrationAsync(Guid accountId, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var account = await store.Set<Account>().SingleAsync(a => a.Id == accountId && a.DemonstrationLabel != null, stop);
        return await EnterAsync(account, "demonstration", stop);
    }

    private async Task<Outcome> EnterAsync(Account account, string way, CancellationToken stop)
    {
        await store.CommitAsync(DeedOf(account), new SignedIn(new RecordRef(Accounts.Kind, account.Id), way), stop);
        var who = new SessionOwner(account.Id, account.IdentityId, account.HomeOrg).Principal();
        await http.HttpContext!.SignInAsync(SessionStore.Scheme, who);
        return Outcome.Done;
    }

    private async Task<Outcome> RefuseAsync(Account account, string because, CancellationToken stop)
    {
        await store.CommitAsync(DeedOf(account), new SignInRefused(new RecordRef(Accounts.Kind, account.Id), because), stop);
        return Wrong;
    }

    private Deed DeedOf(Account account) => new(account.HomeOrg, account.IdentityId, "", clock.GetUtcNow());
}
