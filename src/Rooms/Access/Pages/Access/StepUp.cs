using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Access.Ways;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access;

/// <summary>Takes the second factor again. The session goes on under a new token.</summary>
internal sealed class StepUp(Store store, Authenticators authenticators, Passkeys passkeys, Guesses guesses, KnownDevices devices, BrowserSession browser, IHttpContextAccessor http, TimeProvider clock)
{
    public Task<Account> AccountAsync(Viewer viewer, CancellationToken stop) => store.Set<Account>().SingleAsync(one => one.Id == viewer.AccountId, stop);

    public async Task<Outcome> WithCodeAsync(Viewer viewer, string? code, CancellationToken stop)
    {
        var account = await AccountAsync(viewer, stop);
        var allowed = await guesses.BeginAsync(http.HttpContext!, account.Email!, devices.Of(http.HttpContext!, account), isCode: true, stop);
        await using var work = await store.BeginAsync(stop);
        if (allowed.MayTry && await authenticators.TakeAsync(account, code, stop) is { } way)
        {
            await guesses.ForgetAsync(allowed.Id, stop);
            return await ProvedAsync(viewer, way.ToString(), stop);
        }

        await store.CommitAsync(viewer.Deed(viewer.Home, clock.GetUtcNow()), new SignInRefused(new RecordRef(Accounts.Kind, viewer.AccountId), "code at step-up"), stop);
        return Refusals.CodeIsWrong;
    }

    public async Task<Outcome> WithPasskeyAsync(Viewer viewer, string? credential, string? state, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        return (await passkeys.GivenAsync(credential, state))?.Id == viewer.AccountId ? await ProvedAsync(viewer, nameof(SignInWay.Passkey), stop) : Refusals.PasskeyIsWrong;
    }

    /// <summary>One click, for the invented people of a demonstration.</summary>
    public async Task<Outcome> AsDemonstrationAsync(Viewer viewer, CancellationToken stop) =>
        browser.Current.IsDemonstration ? await ProvedAsync(viewer, nameof(SignInWay.Demonstration), stop) : Refusal.NotFound;

    private async Task<Outcome> ProvedAsync(Viewer viewer, string way, CancellationToken stop)
    {
        var outcome = await store.CommitAsync(viewer.Deed(viewer.Home, clock.GetUtcNow()), new SteppedUp(new RecordRef(Accounts.Kind, viewer.AccountId), way), stop);
        if (outcome.IsDone) await browser.ProvedAsync(stop);
        return outcome;
    }
}
