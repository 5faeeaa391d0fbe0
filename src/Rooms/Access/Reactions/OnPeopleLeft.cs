using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Reactions;

/// <summary>Whoever left is signed out wherever they are signed in. Somebody who still works elsewhere signs in again.</summary>
internal sealed class OnPeopleLeft(Store store) : IReaction<PeopleLeft>
{
    public async Task OnAsync(PeopleLeft happened, Deed deed, CancellationToken stop)
    {
        var left = happened.Identities.ToList();
        var accounts = await store.Set<Account>().Where(one => left.Contains(one.IdentityId)).Select(one => one.Id).ToListAsync(stop);
        await BrowserSession.EndEachAsync(store, accounts, "people left", deed.At, stop);
    }
}
