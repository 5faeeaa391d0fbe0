using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Review;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Storage;

/// <summary>Asks everything, whatever an earlier answer was: how long it takes tells nobody whose address there is.</summary>
internal sealed class PeopleInForce(Store store, UserManager<Account> users, IAddressBook addresses, IPeople people, ReviewOfRights review, OrganisationScope scope, TimeProvider clock) : IPeopleInForce
{
    public async Task<Guid?> IdentityOfAsync(string address, CancellationToken stop)
    {
        scope.OpenTo("sign-in");
        var isClosed = await review.ClosedSinceAsync(stop) is not null;
        var normalized = users.NormalizeEmail(address);
        var found = await store.Set<Account>().AsNoTracking().Where(one => one.NormalizedEmail == normalized && one.ClosedAt == null)
            .OrderBy(one => one.Id).Select(one => one.IdentityId).FirstOrDefaultAsync(stop);
        // Somebody with two accounts has one name for the gate: policy, log and leases know them by no other.
        var named = await addresses.AddressOfAsync(found, stop);
        var places = await people.PlacesOfAsync(found, UkTime.DateOf(clock.GetUtcNow()), stop);
        return !isClosed && places.Count > 0 && address.Equals(named, StringComparison.OrdinalIgnoreCase) ? found : null;
    }
}
