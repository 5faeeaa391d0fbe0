using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Panels;

/// <summary>A person's way in, for whoever keeps the people: whether there is one, when it was used last, and the second factor.</summary>
internal sealed class AccountFacts(Store store, TimeProvider clock) : IPersonPanel
{
    public async Task<IReadOnlyList<PersonFact>> FactsAsync(Guid identity, Guid org, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var accounts = await store.Set<Account>().AsNoTracking().Where(one => one.IdentityId == identity && one.ClosedAt == null).ToListAsync(stop);
        if (accounts.Count == 0) return [new PersonFact("Account", await InvitedAsync(identity, org, now, stop))];

        var ids = accounts.Select(one => one.Id).ToList();
        var last = await store.Set<Session>().Where(one => ids.Contains(one.AccountId)).MaxAsync(one => (DateTimeOffset?)one.StartedAt, stop);
        var passkeys = await store.Set<IdentityUserPasskey<Guid>>().CountAsync(one => ids.Contains(one.UserId), stop);
        List<string> second = [];
        if (passkeys > 0) second.Add(passkeys == 1 ? "a passkey" : $"{passkeys} passkeys");
        if (accounts.Exists(one => one.AuthenticatorKey is not null)) second.Add("an authenticator app");
        return
        [
            new PersonFact("Account", accounts.Exists(one => one.PasswordClosedAt is not null) ? "Yes. The password is closed: its owner said that somebody else may know it" : "Yes"),
            new PersonFact("Signed in last", last is { } at ? UkTime.Lately(at, now) : "Not lately"),
            new PersonFact("Second factor", second.Count == 0 ? "None" : string.Join(" and ", second)),
        ];
    }

    public Task<bool> HasWayInAsync(Guid identity, CancellationToken stop) => store.Set<Account>().AnyAsync(one => one.IdentityId == identity && one.ClosedAt == null, stop);

    private async Task<string> InvitedAsync(Guid identity, Guid org, DateTimeOffset now, CancellationToken stop)
    {
        var invitation = await store.Set<Invitation>().AsNoTracking().Where(one => one.IdentityId == identity && one.Org == org && one.WithdrawnAt == null && one.AcceptedAt == null)
            .OrderByDescending(one => one.InvitedAt).FirstOrDefaultAsync(stop);
        if (invitation is null) return "None, and not invited";
        return invitation.EndsAt <= now ? $"Invited {UkTime.Lately(invitation.InvitedAt, now)}; the link has ended" : $"Invited {UkTime.Lately(invitation.InvitedAt, now)}, not accepted yet";
    }
}
