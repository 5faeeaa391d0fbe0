using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Pages.Access.Invite;

/// <summary>The adults of one organisation who have no account and no open invitation, and everybody who was invited.</summary>
internal sealed class FindToInvite(Store store, IStaffList staff, TimeProvider clock)
{
    public async Task<InvitePage> RunAsync(Guid org, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var everybody = await staff.OfAsync(org, UkTime.DateOf(now), stop);
        var identities = everybody.Select(one => one.IdentityId).ToList();
        var withAccount = (await store.Set<Account>().Where(one => one.ClosedAt == null && identities.Contains(one.IdentityId)).Select(one => one.IdentityId).ToListAsync(stop)).ToHashSet();
        var invitations = await store.Set<Invitation>().AsNoTracking().Where(one => one.Org == org).OrderByDescending(one => one.InvitedAt).ThenBy(one => one.Id).ToListAsync(stop);
        var newest = invitations.DistinctBy(one => one.IdentityId).ToList();
        var invited = newest.Where(one => one.AcceptedAt is null && one.WithdrawnAt is null).Select(one => one.IdentityId).ToHashSet();
        return new InvitePage(
            [.. everybody.Where(one => !withAccount.Contains(one.IdentityId) && !invited.Contains(one.IdentityId))],
            [.. newest.Select(one => new InvitedLine(one.Id, one.Name, one.InvitedAt, one.EndsAt, one.AcceptedAt, one.WithdrawnAt, one.EndsAt <= now))]);
    }
}

internal sealed record InvitePage(IReadOnlyList<StaffMember> Without, IReadOnlyList<InvitedLine> Invited);

internal sealed record InvitedLine(Guid Id, string Name, DateTimeOffset InvitedAt, DateTimeOffset EndsAt, DateTimeOffset? AcceptedAt, DateTimeOffset? WithdrawnAt, bool IsOver)
{
    public bool IsWaiting => AcceptedAt is null && WithdrawnAt is null;
}
