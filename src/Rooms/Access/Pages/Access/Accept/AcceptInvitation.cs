using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
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

namespace Lifeguard.Access.Pages.Access.Accept;

/// <summary>Makes the account of somebody who was invited, with the ways in that they chose, and lets them in.</summary>
internal sealed class AcceptInvitation(
    Store store, OrganisationScope scope, UserManager<Account> users, Enrolment enrolment, Authenticators authenticators, BrowserSession browser, ReviewOfRights review, IRoles roles,
    TimeProvider clock)
{
    public async Task<EnrolTarget?> FindAsync(string token, CancellationToken stop)
    {
        if (await InvitationAsync(token, stop) is not { } invitation) return null;
        var held = await roles.RolesOfAsync([invitation.IdentityId], UkTime.DateOf(clock.GetUtcNow()), stop);
        // The account will have the invitation's key, so that a passkey can be made for it beforehand.
        return new EnrolTarget(invitation.Id, invitation.Id, invitation.Name, invitation.Email, held.Any(one => SecondFactorRoles.Includes(one.Role)));
    }

    public async Task<(Outcome Outcome, IReadOnlyList<string> Codes)> RunAsync(string token, WayChosen chosen, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } target || await InvitationAsync(token, stop) is not { } invitation) return (Refusals.LinkIsOver, []);
        if (await review.ClosedSinceAsync(stop) is not null) return (Refusals.RightsAreReviewed, []);
        if (target.NeedsSecondFactor && !chosen.HasSecondFactor) return (Refusals.BeginAgain, []);

        var now = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        var accepted = invitation.Accept(now);
        if (!accepted.IsDone) return (accepted, []);
        if (await store.Set<Account>().AnyAsync(one => one.IdentityId == invitation.IdentityId && one.ClosedAt == null, stop)) return (Refusals.HasAccount, []);

        var account = new Account { Id = invitation.Id, UserName = invitation.Email, Email = invitation.Email, IdentityId = invitation.IdentityId, HomeOrg = invitation.Org, PasswordHash = chosen.PasswordHash };
        if (chosen.Key is { } key) enrolment.TakeAuthenticator(account, key.Bytes, key.Step);
        if (!(await users.CreateAsync(account)).Succeeded) return (Refusals.AddressInUse, []);
        if (chosen.Passkey is { } passkey) await users.AddOrUpdatePasskeyAsync(account, passkey);
        var codes = chosen.Key is null ? [] : await authenticators.PrintCodesAsync(account.Id, stop);

        var about = new RecordRef(Accounts.Kind, account.Id);
        var outcome = await store.CommitAsync(new Deed(invitation.Org, invitation.IdentityId, invitation.Name, now),
            [new InvitationAccepted(new RecordRef(InvitationLetter.Kind, invitation.Id), account.Id, chosen.InWords), new AccountOpened(about), new SignedIn(about, nameof(SignInWay.Invitation))], stop);
        if (outcome.IsDone) await browser.BeginAsync(account, SignInWay.Invitation, chosen.HasSecondFactor, isShared: false, stop);
        return (outcome, codes);
    }

    private Task<Invitation?> InvitationAsync(string token, CancellationToken stop)
    {
        scope.OpenTo("invitation");
        var (hash, now) = (SessionTokens.Hash(token), clock.GetUtcNow());
        return store.Set<Invitation>().SingleOrDefaultAsync(one => one.TokenHash == hash && one.AcceptedAt == null && one.WithdrawnAt == null && one.EndsAt > now, stop);
    }
}
