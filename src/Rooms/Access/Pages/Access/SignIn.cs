using Lifeguard.Access.Contracts;
using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Access.Review;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Access.Pages.Access;

/// <summary>
/// Signs in. An address that nobody has, a wrong password and too many tries take the same steps and give the same answer.
/// The session begins in one place, <see cref="EnterAsync"/>.
/// </summary>
internal sealed partial class SignIn(
    Store store, OrganisationScope scope, UserManager<Account> users, IPasswordHasher<Account> hasher, Guesses guesses, KnownDevices devices,
    Authenticators authenticators, Passkeys passkeys, PasswordRules rules, BrowserSession browser, ReviewOfRights review, Seals seals, IPeople people,
    IHttpContextAccessor http, TimeProvider clock, ILogger<SignIn> log)
{
    private const string BetweenPages = "sign-in";
    private const string ForNewPassword = "new-password";
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    // Made once, so that an unknown address costs the same time as a known one.
    private static string? _dummyHash;

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no browser.");

    public async Task<SignInAnswer> WithPasswordAsync(string email, string password, bool isShared, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var account = await OpenAccountAsync(one => one.NormalizedEmail == users.NormalizeEmail(email.Trim()), stop);
        var allowed = await guesses.BeginAsync(Context, email, account is null ? null : devices.Of(Context, account), isCode: false, stop);
        await using var work = await store.BeginAsync(stop);
        var right = await IsRightAsync(account, password);
        if (account is null || !right || !allowed.MayTry) return await RefuseAsync(account, allowed, "password", stop);

        await guesses.ForgetAsync(allowed.Id, stop);
        if (await authenticators.HasSecondFactorAsync(account, stop)) return new SignInAnswer.AskCode(seals.Seal(BetweenPages, new Half(account.Id, isShared)));
        // Without a second factor nobody can tell the person from whoever knows their password.
        if (account.PasswordClosedAt is not null) return await RefuseAsync(account, allowed, "closed", stop);
        return await EnterAsync(account, SignInWay.Password, isShared, stop);
    }

    /// <summary>The second step: a code of the app, or a printed one.</summary>
    public async Task<SignInAnswer> WithCodeAsync(string? state, string? code, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        if (seals.Open<Half>(BetweenPages, state, Within) is not { } half || await OpenAccountAsync(one => one.Id == half.AccountId, stop) is not { } account) return new SignInAnswer.Refused(Refusals.BeginAgain);

        var allowed = await guesses.BeginAsync(Context, account.Email!, devices.Of(Context, account), isCode: true, stop);
        await using var work = await store.BeginAsync(stop);
        var way = allowed.MayTry ? await authenticators.TakeAsync(account, code, stop) : null;
        if (way is null)
        {
            await RefuseAsync(account, allowed, "code", stop);
            return new SignInAnswer.Refused(Refusals.CodeIsWrong);
        }

        await guesses.ForgetAsync(allowed.Id, stop);
        if (account.PasswordClosedAt is null) return await EnterAsync(account, way.Value, half.IsShared, stop);

        await store.CommitAsync(DeedOf(account), new SteppedUp(new RecordRef(Accounts.Kind, account.Id), way.Value.ToString()), stop);
        return new SignInAnswer.AskNewPassword(seals.Seal(ForNewPassword, half));
    }

    /// <summary>The step after a code when the password was closed: the old one has been given once more and opens nothing.</summary>
    public async Task<SignInAnswer> WithNewPasswordAsync(string? state, string password, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        if (seals.Open<Half>(ForNewPassword, state, Within) is not { } half || await OpenAccountAsync(one => one.Id == half.AccountId && one.PasswordClosedAt != null, stop) is not { } account) return new SignInAnswer.Refused(Refusals.BeginAgain);
        if (await rules.CheckAsync(account.Email!, password) is { } refusal) return new SignInAnswer.Refused(refusal);
        if (hasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed) return new SignInAnswer.Refused(Refusals.PasswordIsKnown);

        await using var work = await store.BeginAsync(stop);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.PasswordClosedAt = null;
        await users.UpdateSecurityStampAsync(account);
        store.Also(new WayInChanged(new RecordRef(Accounts.Kind, account.Id), "password set anew"));
        return await EnterAsync(account, SignInWay.PasswordAndCode, half.IsShared, stop);
    }

    /// <summary>A passkey is two factors in one, and cannot be guessed.</summary>
    public async Task<SignInAnswer> WithPasskeyAsync(string? credential, string? state, bool isShared, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        await using var work = await store.BeginAsync(stop);
        return await passkeys.GivenAsync(credential, state) is { } account
            ? await EnterAsync(account, SignInWay.Passkey, isShared, stop)
            : new SignInAnswer.Refused(Refusals.PasskeyIsWrong);
    }

    /// <summary>One click, for the invented people of a demonstration; the page has checked what kind of database this is.</summary>
    public async Task<SignInAnswer> AsDemonstrationAsync(Guid accountId, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var account = await store.Set<Account>().SingleAsync(a => a.Id == accountId && a.DemonstrationLabel != null, stop);
        return await EnterAsync(account, SignInWay.Demonstration, isShared: false, stop);
    }

    private async Task<SignInAnswer> EnterAsync(Account account, SignInWay way, bool isShared, CancellationToken stop)
    {
        if (await review.ClosedSinceAsync(stop) is not null) return new SignInAnswer.Refused(Refusals.RightsAreReviewed);
        // Said only to somebody who has proved who they are.
        if ((await people.PlacesOfAsync(account.IdentityId, UkTime.DateOf(clock.GetUtcNow()), stop)).Count == 0)
        {
            await store.CommitAsync(DeedOf(account), new SignInRefused(new RecordRef(Accounts.Kind, account.Id), "left"), stop);
            return new SignInAnswer.Refused(Refusals.HasLeft);
        }

        var outcome = await store.CommitAsync(DeedOf(account), new SignedIn(new RecordRef(Accounts.Kind, account.Id), way.ToString()), stop);
        if (!outcome.IsDone) return new SignInAnswer.Refused(Refusals.BeginAgain);
        await browser.BeginAsync(account, way, proved: way != SignInWay.Password, isShared, stop);
        return new SignInAnswer.Entered();
    }

    // A row of the journal for an account that exists; for one that does not, as much work without a row.
    private async Task<SignInAnswer> RefuseAsync(Account? account, TryAllowed allowed, string because, CancellationToken stop)
    {
        if (allowed.IsSpread) SpreadGuessing(log);
        if (account is null) await store.CommitNothingAsync(stop);
        else await store.CommitAsync(DeedOf(account), News(), stop);
        return new SignInAnswer.Refused(Refusals.NotIn);

        IHappened News() => allowed.IsSpread ? new GuessingSpread(new RecordRef(Accounts.Kind, account.Id)) : new SignInRefused(new RecordRef(Accounts.Kind, account.Id), allowed.MayTry ? because : "too many tries");
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account?.PasswordHash is not null) return await users.CheckPasswordAsync(account, password);
        _dummyHash ??= hasher.HashPassword(new Account(), "an address nobody has");
        hasher.VerifyHashedPassword(new Account(), _dummyHash, password);
        return false;
    }

    private Task<Account?> OpenAccountAsync(System.Linq.Expressions.Expression<Func<Account, bool>> which, CancellationToken stop) =>
        store.Set<Account>().Where(one => one.ClosedAt == null).Where(which).FirstOrDefaultAsync(stop);

    [LoggerMessage(1601, LogLevel.Warning, "One network address guesses at many accounts and is turned away for a while")]
    private static partial void SpreadGuessing(ILogger logger);

    private Deed DeedOf(Account account) => new(account.HomeOrg, account.IdentityId, "", clock.GetUtcNow());

    private sealed record Half(Guid AccountId, bool IsShared);
}

/// <summary>What comes of one step of signing in.</summary>
internal abstract record SignInAnswer
{
    public sealed record Entered : SignInAnswer;

    public sealed record Refused(Refusal Because) : SignInAnswer;

    /// <param name="State">To be sent back with the code.</param>
    public sealed record AskCode(string State) : SignInAnswer;

    public sealed record AskNewPassword(string State) : SignInAnswer;
}
