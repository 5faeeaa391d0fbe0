using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Reactions;

/// <summary>A role that has ended ends its holder's sign-ins: rights are read at each click, and a page left open should not outlive them.</summary>
internal sealed class OnAccessEnds(Store store) : IReaction<RoleEnded>, IReaction<RoleLapsed>
{
    public Task OnAsync(RoleEnded happened, Deed deed, CancellationToken stop) =>
        // One that ends with a later day lapses then.
        happened.Until < UkTime.DateOf(deed.At) ? EndAsync(happened.IdentityId, deed, stop) : Task.CompletedTask;

    public Task OnAsync(RoleLapsed happened, Deed deed, CancellationToken stop) => EndAsync(happened.IdentityId, deed, stop);

    private async Task EndAsync(Guid identity, Deed deed, CancellationToken stop)
    {
        var accounts = await store.Set<Account>().Where(one => one.IdentityId == identity).Select(one => one.Id).ToListAsync(stop);
        await BrowserSession.EndEachAsync(store, accounts, "a role ended", deed.At, stop);
    }
}
