using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Storage;

/// <summary>Makes the link of an invitation in the moment in which its letter leaves.</summary>
internal sealed class Invitations(Store store, TimeProvider clock) : IInvitations
{
    public async Task<InvitationToSend?> MakeLinkAsync(Guid invitation, CancellationToken stop)
    {
        // Held, so that nobody withdraws it in between.
        var found = await store.Set<Invitation>().FromSql($"select *, xmin from invitation where id = {invitation} for update").SingleOrDefaultAsync(stop);
        if (found?.IsOpen(clock.GetUtcNow()) is not true) return null;

        var token = SessionTokens.New();
        found.GiveLink(SessionTokens.Hash(token));
        return new InvitationToSend(found.Email, SignInPages.Invitation + token);
    }
}
