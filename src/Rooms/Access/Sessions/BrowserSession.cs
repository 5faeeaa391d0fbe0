using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Sessions;

/// <summary>The session of the browser that is asking: begun, given a new token, ended. A browser never keeps a token it had before.</summary>
internal sealed class BrowserSession(SessionStore sessions, KnownDevices devices, IRoles roles, IHttpContextAccessor http, IOptions<AccessSettings> settings, TimeProvider clock)
{
    public SessionFound Current => Context.Features.Get<SessionFound>() ?? throw new InvalidOperationException("Nobody is signed in here.");

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no browser.");

    /// <param name="proved">Whether a second factor, or a passkey, was given with it.</param>
    public async Task BeginAsync(Account account, SignInWay way, bool proved, bool isShared, CancellationToken stop)
    {
        if (SessionCookie.Read(Context) is { } before) await sessions.EndAsync(before, stop);
        var idle = isShared ? settings.Value.IdleOnShared : await ReadsCasesAsync(account.IdentityId, stop) ? settings.Value.IdleOfReaders : settings.Value.Idle;
        var device = DeviceWords.Of(Context.Request.Headers.UserAgent);
        SessionCookie.Write(Context, await sessions.BeginAsync(new SessionToBegin(account.Id, way, proved, device, isShared, idle), stop));
        if (!isShared && way != SignInWay.Demonstration) devices.Remember(Context, account.Id);
    }

    /// <summary>A second factor was given, or set up: the session goes on under a new token.</summary>
    public async Task ProvedAsync(CancellationToken stop) => SessionCookie.Write(Context, await sessions.RotateAsync(Current.Id, proved: true, stop));

    /// <summary>Something about the account changed: the session goes on under a new token, as old a proof as before.</summary>
    public async Task RenewAsync(CancellationToken stop) => SessionCookie.Write(Context, await sessions.RotateAsync(Current.Id, proved: false, stop));

    /// <summary>Ends every other session of this account, as part of the caller's commit.</summary>
    public Task<int> EndOthersAsync(Store store, DateTimeOffset at, CancellationToken stop) => EndAllAsync(store, [Current.Owner.AccountId], Current.Id, at, stop);

    public async Task EndAsync(CancellationToken stop)
    {
        if (SessionCookie.Read(Context) is { } token) await sessions.EndAsync(token, stop);
        SessionCookie.Delete(Context);
    }

    /// <summary>Ends every session of these accounts but one, as part of the caller's commit.</summary>
    public static Task<int> EndAllAsync(Store store, IReadOnlyCollection<Guid> accounts, Guid? except, DateTimeOffset at, CancellationToken stop) =>
        store.Set<Session>().Where(one => accounts.Contains(one.AccountId) && one.EndedAt == null && one.Id != except)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, at.ToUniversalTime()), stop);

    /// <summary>Ends every session of these accounts, as part of the caller's commit, with news of each: who sits where is known by account.</summary>
    public static async Task EndEachAsync(Store store, IReadOnlyCollection<Guid> accounts, string because, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var account in accounts)
        {
            if (await EndAllAsync(store, [account], null, at, stop) is var ended and > 0) store.Also(new SessionsEnded(new RecordRef(Accounts.Kind, account), ended, because));
        }
    }

    private async Task<bool> ReadsCasesAsync(Guid identity, CancellationToken stop) =>
        (await roles.RolesOfAsync([identity], UkTime.DateOf(clock.GetUtcNow()), stop)).Any(held => SecondFactorRoles.Includes(held.Role));
}
