using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Pages.Access.Invite;

/// <summary>Invites people of the roster. They get a letter each; there is no account before they accept.</summary>
internal sealed class InvitePeople(Store store, IPlaces places, FindToInvite find, IOptions<AccessSettings> settings, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid org, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        if (!(await places.OpenAsync(viewer, AccessPermissions.Invite, stop)).Contains(org)) return Refusal.NotFound;

        // Looked up again: the browser sends keys, and somebody else may have invited them meanwhile.
        var chosen = (await find.RunAsync(org, stop)).Without.Where(one => people.Contains(one.PersonId)).ToList();
        if (chosen.Count == 0) return Refusals.HasAccount;
        if (chosen.Exists(one => one.Email is null)) return Refusals.NoAddress;

        var now = clock.GetUtcNow();
        var news = new List<IHappened>();
        foreach (var one in chosen)
        {
            var invitation = new Invitation
            {
                Id = Guid.CreateVersion7(now),
                Org = org,
                PersonId = one.PersonId,
                IdentityId = one.IdentityId,
                Name = one.Name,
                Email = one.Email!,
                InvitedBy = viewer.IdentityId,
                InvitedAt = now,
                EndsAt = now + settings.Value.InvitationLives,
            };
            store.Add(invitation);
            store.Post(new InvitationLetter(org, one.IdentityId, invitation.Id), now);
            news.Add(new PersonInvited(new RecordRef(InvitationLetter.Kind, invitation.Id), one.IdentityId));
        }

        return await store.CommitAsync(viewer.Deed(org, now), news, stop);
    }
}
