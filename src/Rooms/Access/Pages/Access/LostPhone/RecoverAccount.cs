using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Pages.Access.Accept;
using Lifeguard.Access.Review;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.LostPhone;

/// <summary>Gives an account new ways in after two people have confirmed it. Every earlier one is taken away, and every sign-in ends.</summary>
internal sealed class RecoverAccount(
    Store store, OrganisationScope scope, UserManager<Account> users, Enrolment enrolment, Authenticators authenticators, BrowserSession browser, ReviewOfRights review, IRoles roles,
    TimeProvider clock)
{
    public async Task<EnrolTarget?> FindAsync(string token, CancellationToken stop)
    {
        if (await RecoveryAsync(token, stop) is not { } recovery || await AccountAsync(recovery, stop) is not { } account) return null;
        var held = await roles.RolesOfAsync([account.IdentityId], UkTime.DateOf(clock.GetUtcNow()), stop);
        return new EnrolTarget(recovery.Id, account.Id, recovery.Name, account.Email!, held.Any(one => SecondFactorRoles.Includes(one.Role)));
    }

    public async Task<(Outcome Outcome, IReadOnlyList<string> Codes)> RunAsync(string token, WayChosen chosen, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } target || await RecoveryAsync(token, stop) is not { } recovery || await AccountAsync(recovery, stop) is not { } account) return (Refusals.LinkIsOver, []);
        if (await review.ClosedSinceAsync(stop) is not null) return (Refusals.RightsAreReviewed, []);
        if (target.NeedsSecondFactor && !chosen.HasSecondFactor) return (Refusals.BeginAgain, []);

        var now = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        var used = recovery.Use(now);
        if (!used.IsDone) return (used, []);

        await enrolment.ForgetAllAsync(account, now, stop);
        account.PasswordHash = chosen.PasswordHash;
        if (chosen.Key is { } key) enrolment.TakeAuthenticator(account, key.Bytes, key.Step);
        await users.UpdateAsync(account);
        if (chosen.Passkey is { } passkey) await users.AddOrUpdatePasskeyAsync(account, passkey);
        var codes = chosen.Key is null ? [] : await authenticators.PrintCodesAsync(account.Id, stop);
        await BrowserSession.EndAllAsync(store, [account.Id], null, now, stop);

        var about = new RecordRef(Accounts.Kind, account.Id);
        var outcome = await store.CommitAsync(new Deed(account.HomeOrg, account.IdentityId, recovery.Name, now),
            [
                new AccountRecovered(new RecordRef(Accounts.RecoveryKind, recovery.Id), account.Id, recovery.FirstBy!.Value, recovery.FirstName!, recovery.SecondBy!.Value, recovery.SecondName!),
                new WayInChanged(about, chosen.InWords), new SignedIn(about, nameof(SignInWay.Recovery)),
            ], stop);
        if (outcome.IsDone) await browser.BeginAsync(account, SignInWay.Recovery, chosen.HasSecondFactor, isShared: false, stop);
        return (outcome, codes);
    }

    private Task<Recovery?> RecoveryAsync(string token, CancellationToken stop)
    {
        scope.OpenTo("recovery");
        var (hash, now) = (SessionTokens.Hash(token), clock.GetUtcNow());
        return store.Set<Recovery>().SingleOrDefaultAsync(one => one.TokenHash == hash && one.UsedAt == null && one.RefusedAt == null && one.LinkEndsAt > now, stop);
    }

    private Task<Account?> AccountAsync(Recovery recovery, CancellationToken stop) => store.Set<Account>().SingleOrDefaultAsync(one => one.Id == recovery.AccountId && one.ClosedAt == null, stop);
}
