using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Ways;

/// <summary>
/// The setting up of an account's ways in, between its pages. What has been chosen so far travels sealed with the page: until the last step
/// nothing stands in the database, so nobody comes in by half.
/// </summary>
internal sealed class Enrolment(Store store, UserManager<Account> users, IPasswordHasher<Account> hasher, Authenticators authenticators, Seals seals)
{
    private const string Purpose = "enrolment";
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <param name="target">The invitation, the recovery or the account it is for.</param>
    public AuthenticatorOffer Offer(Guid target, string email, string? password)
    {
        var key = AuthenticatorCode.NewKey();
        return Offer(new Chosen(target, password is null ? null : hasher.HashPassword(new Account(), password), key), email);
    }

    /// <summary>The same offer again, for a code that was mistyped: the phone has read the picture already.</summary>
    public AuthenticatorOffer? Again(Guid target, string email, string? state) => Read(target, state) is { } chosen ? Offer(chosen, email) : null;

    public Chosen? Read(Guid target, string? state) =>
        seals.Open<Chosen>(Purpose, state, Within) is { } chosen && chosen.Target == target ? chosen : null;

    /// <summary>The app's key in place of an earlier one. The code that proved it counts as used.</summary>
    public void TakeAuthenticator(Account account, byte[] key, long step) =>
        (account.AuthenticatorKey, account.LastCodeStep) = (authenticators.Seal(key), step);

    /// <summary>Takes away every way in that the account had, as part of the caller's work.</summary>
    public async Task ForgetAllAsync(Account account, DateTimeOffset at, CancellationToken stop)
    {
        await store.Set<IdentityUserPasskey<Guid>>().Where(one => one.UserId == account.Id).ExecuteDeleteAsync(stop);
        await store.Set<RecoveryCode>().Where(one => one.AccountId == account.Id).ExecuteDeleteAsync(stop);
        (account.AuthenticatorKey, account.LastCodeStep, account.PasswordHash, account.PasswordClosedAt, account.DevicesKnownSince) = (null, null, null, null, at);
        await users.UpdateSecurityStampAsync(account);
    }

    private AuthenticatorOffer Offer(Chosen chosen, string email) =>
        new(Authenticators.Picture(chosen.Key, email), AuthenticatorCode.InGroups(chosen.Key), AuthenticatorCode.Address(chosen.Key, email), seals.Seal(Purpose, chosen));
}

/// <summary>What has been chosen so far.</summary>
internal sealed record Chosen(Guid Target, string? PasswordHash, byte[] Key);

/// <summary>An app's key as the page shows it.</summary>
/// <param name="Address">A link that a phone opens in its own app.</param>
internal sealed record AuthenticatorOffer(string Picture, string Key, string Address, string State);
