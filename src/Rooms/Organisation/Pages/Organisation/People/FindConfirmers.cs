using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Who may say yes to a role as the second person.</summary>
internal sealed class FindConfirmers(Store store, IRoles roles, IOrganisations organisations, TimeProvider clock)
{
    /// <summary>Whether anybody ever led or governed here, or above: as long as nobody did, the place is being set up.</summary>
    public async Task<bool> EverAsync(Guid org, CancellationToken stop)
    {
        List<Guid> chain = [org, .. (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id)];
        var confirming = SecondPerson.Confirming.ToList();
        return await store.Set<Appointment>().AnyAsync(one => chain.Contains(one.Org) && confirming.Contains(one.Role), stop);
    }

    /// <summary>Those of today, without the one who proposes and the one it is for.</summary>
    public async Task<IReadOnlyList<RoleHolder>> NowAsync(Guid org, IReadOnlyCollection<Guid> without, CancellationToken stop)
    {
        var held = await roles.HoldersAsync(org, [.. SecondPerson.Confirming], UkTime.DateOf(clock.GetUtcNow()), stop);
        return [.. held.Where(one => !without.Contains(one.IdentityId)).DistinctBy(one => one.IdentityId)];
    }
}
