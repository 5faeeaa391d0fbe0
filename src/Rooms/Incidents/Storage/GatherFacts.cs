using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Storage;

/// <summary>Somebody named in a report or on a record, before anything is decided.</summary>
internal sealed record Named(Guid? PersonId, string Name, NamedAs NamedAs, Part Part);

/// <summary>Collects what the routing needs to know about the people named.</summary>
internal sealed class GatherFacts(IPeople people, IRoles roles, DeskHolders holders)
{
    public async Task<RoutingFacts> RunAsync(Guid school, IReadOnlyCollection<Named> named, IReadOnlySet<Guid> conflicted, CancellationToken stop)
    {
        var sitting = await holders.OfAsync(school, stop);
        var accused = new List<Accused>();
        foreach (var one in named.Where(one => one.Part == Part.SaidToHaveDoneIt))
            accused.Add(await AccusedAsync(school, one, sitting, stop));

        var adults = accused.Where(one => one.Least > Desk.SafeguardingTeam).SelectMany(one => one.Identities).ToHashSet();
        return new RoutingFacts
        {
            Accused = accused,
            Relatives = adults.Count == 0 ? new HashSet<Guid>() : await people.RelativesOfAsync(adults, stop),
            Managed = adults.Count == 0 ? new HashSet<Guid>() : await people.LineManagedByAsync(adults, stop),
            Conflicted = conflicted,
            Holders = sitting.ToDictionary(desk => desk.Key, desk => (IReadOnlySet<Guid>)desk.Value.Select(holder => holder.IdentityId).ToHashSet()),
        };
    }

    private async Task<Accused> AccusedAsync(Guid school, Named one, IReadOnlyDictionary<Desk, IReadOnlyList<RoleHolder>> sitting, CancellationToken stop)
    {
        var identities = await IdentitiesAsync(school, one, sitting, stop);
        var held = identities.Count == 0 ? [] : (await roles.RolesOfAsync(identities, holders.Today, stop)).Select(holder => holder.Role).ToList();
        var byRole = DeskRoles.LeastFor(held);
        var byName = DeskRoles.LeastFor(one.NamedAs);
        var least = byRole > byName ? byRole : byName;
        return new Accused(identities, least, DeskRoles.TellsAuthority(held, least));
    }

    // A person chosen from the roster is one human being. A written name is kept from everybody it may fit,
    // and a post ("the head") from whoever holds it, until somebody says who was meant.
    private async Task<IReadOnlyCollection<Guid>> IdentitiesAsync(Guid school, Named one, IReadOnlyDictionary<Desk, IReadOnlyList<RoleHolder>> sitting, CancellationToken stop)
    {
        if (one.PersonId is { } person)
        {
            var cards = await people.CardsAsync([person], stop);
            return cards.TryGetValue(person, out var card) ? [card.IdentityId] : [];
        }

        IEnumerable<Guid> byPost = one.NamedAs switch
        {
            NamedAs.Head => sitting[Desk.Head].Select(holder => holder.IdentityId),
            NamedAs.Chair => sitting[Desk.Chair].Select(holder => holder.IdentityId),
            NamedAs.SafeguardingLead => sitting[Desk.SafeguardingTeam].Where(holder => holder.Role == Role.DesignatedSafeguardingLead).Select(holder => holder.IdentityId),
            _ => [],
        };
        var byName = one.NamedAs == NamedAs.Pupil || string.IsNullOrWhiteSpace(one.Name)
            ? []
            : (await people.MatchAdultsAsync(school, one.Name, stop)).Select(card => card.IdentityId);
        return [.. byPost.Concat(byName).Distinct()];
    }
}
