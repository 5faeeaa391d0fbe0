using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Own;

/// <summary>
/// Changes a person's own ways in. Every change ends the other sign-ins: one that began before it may be somebody else's.
/// </summary>
internal sealed class OwnWays(
    Store store, UserManager<Account> users, IPasswordHasher<Account> hasher, PasswordRules rules, Enrolment enrolment, Authenticators authenticators, Passkeys passkeys, BrowserSession browser, TimeProvider clock)
{
    public Task<Account> AccountAsync(Viewer viewer, CancellationToken stop) => store.Set<Account>().SingleAsync(one => one.Id == viewer.AccountId, stop);

    public async Task<WaysSeen> SeenAsync(Viewer viewer, CancellationToken stop)
    {
        var account = await AccountAsync(viewer, stop);
        var keys = await users.GetPasskeysAsync(account);
        return new WaysSeen(account.Email!, account.PasswordHash is not null, account.PasswordClosedAt, account.AuthenticatorKey is not null,
            [.. keys.OrderBy(one => one.CreatedAt).Select(one => new PasskeySeen(Convert.ToHexString(one.CredentialId), one.CreatedAt))], await authenticators.CodesLeftAsync(account.Id, stop));
    }

    public async Task<(Outcome Outcome, IReadOnlyList<string> Codes)> AddAppAsync(Viewer viewer, string? state, string? code, CancellationToken stop)
    {
        var account = await AccountAsync(viewer, stop);
        if (enrolment.Read(account.Id, state) is not { } chosen) return (Refusals.BeginAgain, []);
        if (AuthenticatorCode.StepOf(chosen.Key, code, clock.GetUtcNow(), null) is not { } step) return (Refusals.CodeIsWrong, []);

        await using var work = await store.BeginAsync(stop);
        enrolment.TakeAuthenticator(account, chosen.Key, step);
        await users.UpdateAsync(account);
        var codes = await authenticators.PrintCodesAsync(account.Id, stop);
        return (await CommitAsync(viewer, "app added", isProof: true, stop), codes);
    }

    public async Task<Outcome> AddPasskeyAsync(Viewer viewer, string? credential, string? state, CancellationToken stop)
    {
        var account = await AccountAsync(viewer, stop);
        if (await passkeys.MadeAsync(credential, state, account.Id) is not { } passkey) return Refusals.PasskeyIsWrong;

        await using var work = await store.BeginAsync(stop);
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        return await CommitAsync(viewer, "passkey added", isProof: true, stop);
    }

    public async Task<Outcome> RemovePasskeyAsync(Viewer viewer, string id, CancellationToken stop)
    {
        var account = await AccountAsync(viewer, stop);
        var keys = await users.GetPasskeysAsync(account);
        if (keys.FirstOrDefault(one => Convert.ToHexString(one.CredentialId) == id) is not { } passkey) return Refusal.NotFound;
        if (keys.Count == 1 && (account.AuthenticatorKey is null || account.PasswordHash is null)) return Refusals.LastWayIn;

        await using var work = await store.BeginAsync(stop);
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        return await CommitAsync(viewer, "passkey taken away", isProof: false, stop);
    }

    public async Task<(Outcome Outcome, IReadOnlyList<string> Codes)> NewCodesAsync(Viewer viewer, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        var codes = await authenticators.PrintCodesAsync(viewer.AccountId, stop);
        return (await CommitAsync(viewer, "recovery codes made", isProof: false, stop), codes);
    }

    /// <param name="current">Asked of whoever has no second factor to show that it is they.</param>
    public async Task<Outcome> SetPasswordAsync(Viewer viewer, string? current, string password, CancellationToken stop)
    {
        var account = await AccountAsync(viewer, stop);
        if (!await authenticators.HasSecondFactorAsync(account, stop) && !await users.CheckPasswordAsync(account, current ?? "")) return new Refusal("current-password", "Your present password is not right");
        if (await rules.CheckAsync(account.Email!, password) is { } refusal) return refusal;

        await using var work = await store.BeginAsync(stop);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.PasswordClosedAt = null;
        await users.UpdateSecurityStampAsync(account);
        return await CommitAsync(viewer, "password set", isProof: false, stop);
    }

    private async Task<Outcome> CommitAsync(Viewer viewer, string what, bool isProof, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await browser.EndOthersAsync(store, now, stop);
        var outcome = await store.CommitAsync(viewer.Deed(viewer.Home, now), new WayInChanged(new RecordRef(Accounts.Kind, viewer.AccountId), what), stop);
        // Setting up a second factor shows it; a new password shows nothing but itself.
        if (outcome.IsDone) await (isProof ? browser.ProvedAsync(stop) : browser.RenewAsync(stop));
        return outcome;
    }
}

internal sealed record WaysSeen(string Email, bool HasPassword, DateTimeOffset? PasswordClosedAt, bool HasApp, IReadOnlyList<PasskeySeen> Passkeys, int CodesLeft)
{
    public bool HasSecondFactor => HasApp || Passkeys.Count > 0;
}

internal sealed record PasskeySeen(string Id, DateTimeOffset MadeAt);
