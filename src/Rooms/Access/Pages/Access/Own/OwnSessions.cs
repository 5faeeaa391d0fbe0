using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Own;

/// <summary>A person's own sign-ins: shows them and ends them.</summary>
internal sealed class OwnSessions(Store store, BrowserSession browser, IRoles roles, TimeProvider clock)
{
    private static readonly Role[] Told = [Role.Technician, Role.DesignatedSafeguardingLead];

    public async Task<IReadOnlyList<SessionSeen>> OpenAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var open = await store.Set<Session>().AsNoTracking().Where(one => one.AccountId == viewer.AccountId && one.EndedAt == null && one.EndsAt > now && one.LastSeenAt + one.IdleFor > now)
            .OrderByDescending(one => one.LastSeenAt).ToListAsync(stop);
        return [.. open.Select(one => new SessionSeen(one.Id, one.Device, one.StartedAt, one.LastSeenAt, one.IsShared, one.Id == browser.Current.Id))];
    }

    public async Task<Outcome> EndAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        var ended = await store.Set<Session>().Where(one => one.Id == id && one.AccountId == viewer.AccountId && one.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now.ToUniversalTime()), stop);
        return ended == 0 ? Refusal.NotFound : await CommitAsync(viewer, ended, "ended by the person", now, stop);
    }

    public async Task<Outcome> EndOthersAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        return await CommitAsync(viewer, await browser.EndOthersAsync(store, now, stop), "all others ended by the person", now, stop);
    }

    /// <summary>
    /// Somebody else may know the password: it opens nothing from now on, every sign-in ends, this one too, every computer is a stranger
    /// again, and the technician and the safeguarding lead are told that there is something to see.
    /// </summary>
    public async Task<Outcome> PasswordIsKnownAsync(Viewer viewer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var work = await store.BeginAsync(stop);
        var account = await store.Set<Account>().SingleAsync(one => one.Id == viewer.AccountId, stop);
        account.PasswordClosedAt ??= now;
        account.DevicesKnownSince = now;
        account.ConcurrencyStamp = Guid.CreateVersion7(now).ToString();
        await BrowserSession.EndAllAsync(store, [account.Id], null, now, stop);
        foreach (var holder in (await roles.HoldersAsync(account.HomeOrg, Told, UkTime.DateOf(now), stop)).DistinctBy(one => one.IdentityId).Where(one => one.IdentityId != account.IdentityId))
            store.Post(new Letter(account.HomeOrg, holder.IdentityId, new RecordRef(Accounts.Kind, account.Id), LetterUrgency.Urgent), now);
        return await store.CommitAsync(viewer.Deed(account.HomeOrg, now), new PasswordClosed(new RecordRef(Accounts.Kind, account.Id)), stop);
    }

    private Task<Outcome> CommitAsync(Viewer viewer, int sessions, string because, DateTimeOffset now, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(viewer.Home, now), new SessionsEnded(new RecordRef(Accounts.Kind, viewer.AccountId), sessions, because), stop);
}

internal sealed record SessionSeen(Guid Id, string Device, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsShared, bool IsThis);
