using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Pages.Access.LostPhone;

/// <summary>One of two says that they have spoken to the person. The second of them is shown the link, to hand over in person.</summary>
internal sealed class ConfirmRecovery(Store store, IPlaces access, IOrganisations organisations, IRoles roles, IOptions<AccessSettings> settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<RecoverySeen>> WaitingAsync(Viewer viewer, CancellationToken stop)
    {
        var (now, places) = (clock.GetUtcNow(), await access.OpenAsync(viewer, AccessPermissions.Recover, stop));
        var since = now - Recovery.Lives;
        var waiting = await store.Set<Recovery>().AsNoTracking()
            .Where(one => places.Contains(one.Org) && one.IdentityId != viewer.IdentityId && one.AskedAt > since && one.SecondAt == null && one.RefusedAt == null)
            .OrderBy(one => one.AskedAt).ToListAsync(stop);
        var seen = new List<RecoverySeen>();
        foreach (var one in waiting)
        {
            var may = one.MayConfirm(viewer.IdentityId, await RolesAtAsync(viewer, one.Org, stop), await IsHeadAsync(one, stop)) is not null;
            seen.Add(new RecoverySeen(one.Id, one.Name, one.AskedAt, one.FirstName, one.FirstAt, may, one.FirstBy == viewer.IdentityId));
        }

        return seen;
    }

    /// <returns>The token of the link once both have confirmed; null before that.</returns>
    public async Task<(Outcome Outcome, string? Token)> RunAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        if (await FindAsync(viewer, id, stop) is not { } recovery) return (Refusal.NotFound, null);

        var now = clock.GetUtcNow();
        var outcome = recovery.Confirm(viewer.IdentityId, viewer.Name, await RolesAtAsync(viewer, recovery.Org, stop), await IsHeadAsync(recovery, stop), now);
        if (!outcome.IsDone) return (outcome, null);
        var token = recovery.SecondAt is null ? null : SessionTokens.New();
        if (token is not null) recovery.GiveLink(SessionTokens.Hash(token), now + settings.Value.RecoveryLinkLives);
        outcome = await store.CommitAsync(viewer.Deed(recovery.Org, now), new RecoveryConfirmed(new RecordRef(Accounts.RecoveryKind, id), token is null ? "first" : "second"), stop);
        return (outcome, outcome.IsDone ? token : null);
    }

    public async Task<Outcome> RefuseAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        if (await FindAsync(viewer, id, stop) is not { } recovery) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var outcome = recovery.Refuse(now);
        return outcome.IsDone ? await store.CommitAsync(viewer.Deed(recovery.Org, now), new RecoveryRefused(new RecordRef(Accounts.RecoveryKind, id)), stop) : outcome;
    }

    // The roles in which this viewer confirms there: their own there, and those they hold above it.
    private async Task<IReadOnlyList<Role>> RolesAtAsync(Viewer viewer, Guid organisation, CancellationToken stop)
    {
        var above = (await organisations.AncestorsAsync(organisation, stop)).Select(one => one.Id).Append(organisation).ToList();
        return [.. viewer.Seats.Where(seat => above.Contains(seat.Organisation)).Select(seat => Enum.Parse<Role>(seat.Role))];
    }

    private async Task<Recovery?> FindAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        var places = await access.OpenAsync(viewer, AccessPermissions.Recover, stop);
        return await store.Set<Recovery>().SingleOrDefaultAsync(one => one.Id == id && places.Contains(one.Org) && one.IdentityId != viewer.IdentityId, stop);
    }

    private async Task<bool> IsHeadAsync(Recovery recovery, CancellationToken stop) =>
        (await roles.RolesOfAsync([recovery.IdentityId], UkTime.DateOf(clock.GetUtcNow()), stop)).Any(one => one.Org == recovery.Org && one.Role is Role.Head or Role.ActingHead);
}

internal sealed record RecoverySeen(Guid Id, string Name, DateTimeOffset AskedAt, string? FirstName, DateTimeOffset? FirstAt, bool MayConfirm, bool ConfirmedByYou);
