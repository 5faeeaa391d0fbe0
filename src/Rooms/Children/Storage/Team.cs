using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <summary>Who keeps a child's file today: the school's safeguarding team without whoever is kept from this one.</summary>
internal sealed class Team(Store store, IRoles roles, IPeople people, Family family, TimeProvider clock)
{
    public static readonly Role[] Roles = [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.TrustSafeguardingLead];

    public async Task<IReadOnlyList<RoleHolder>> OfAsync(ChildFile file, CancellationToken stop)
    {
        var sitting = await roles.HoldersAsync(file.Org, Roles, UkTime.DateOf(clock.GetUtcNow()), stop);
        var away = await AwayAsync(file, stop);
        return [.. sitting.Where(one => !away.Contains(one.IdentityId)).DistinctBy(one => one.IdentityId).OrderBy(one => one.Role).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>Everybody who is not to know of the file, whatever role they hold.</summary>
    public async Task<IReadOnlySet<Guid>> AwayAsync(ChildFile file, CancellationToken stop)
    {
        HashSet<Guid> away = [.. await store.Set<KeptFrom>().AsNoTracking().Where(kept => kept.FileId == file.Id).Select(kept => kept.IdentityId).ToListAsync(stop)];
        if (!(await people.CardsAsync([file.PersonId], stop)).TryGetValue(file.PersonId, out var child)) return away;
        away.Add(child.IdentityId);
        away.UnionWith(await family.OfAsync(child.IdentityId, stop));
        return away;
    }
}
