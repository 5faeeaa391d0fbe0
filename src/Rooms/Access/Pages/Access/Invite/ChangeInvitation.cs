using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Pages.Access.Invite;

/// <summary>Sends an invitation once more, or takes it back. Either way the link of an earlier letter opens nothing.</summary>
internal sealed class ChangeInvitation(Store store, IPlaces places, IOptions<AccessSettings> settings, TimeProvider clock)
{
    public async Task<Outcome> SendAgainAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        if (await FindAsync(viewer, id, stop) is not { } invitation) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var outcome = invitation.SendAgain(now + settings.Value.InvitationLives);
        if (!outcome.IsDone) return outcome;
        store.Post(new InvitationLetter(invitation.Org, invitation.IdentityId, invitation.Id), now);
        return await store.CommitAsync(viewer.Deed(invitation.Org, now), new InvitationSentAgain(new RecordRef(InvitationLetter.Kind, id)), stop);
    }

    public async Task<Outcome> WithdrawAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        if (await FindAsync(viewer, id, stop) is not { } invitation) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var outcome = invitation.Withdraw(now);
        return outcome.IsDone ? await store.CommitAsync(viewer.Deed(invitation.Org, now), new InvitationWithdrawn(new RecordRef(InvitationLetter.Kind, id)), stop) : outcome;
    }

    private async Task<Invitation?> FindAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, AccessPermissions.Invite, stop);
        return await store.Set<Invitation>().SingleOrDefaultAsync(one => one.Id == id && open.Contains(one.Org), stop);
    }
}
