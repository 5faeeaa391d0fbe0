using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class Roles(Store store, IOrganisations organisations, Almanac almanac) : IRoles, IVacancies
{
    public async Task<IReadOnlyList<RoleHolder>> HoldersAsync(Guid org, IReadOnlyCollection<Role> roles, DateOnly on, CancellationToken stop) =>
        await almanac.ReadAsync($"holders of {string.Join(',', roles)} at {org} on {on:O}", () => LookForHoldersAsync(org, roles, on, stop));

    public async Task<IReadOnlyList<RoleHolder>> RolesOfAsync(IReadOnlyCollection<Guid> identities, DateOnly on, CancellationToken stop) =>
        InOrder(await Held(on).Where(pair => identities.Contains(pair.Person.IdentityId)).ToListAsync(stop), []);

    public async Task<IReadOnlyList<Role>> VacanciesAsync(Guid org, DateOnly on, CancellationToken stop) =>
        await almanac.ReadAsync($"vacancies at {org} on {on:O}", () => LookForVacanciesAsync(org, on, stop));

    public async Task<bool> IsUnsupervisedAsync(Guid org, DateOnly on, CancellationToken stop) =>
        await almanac.ReadAsync($"unsupervised at {org} on {on:O}", () => LookForUnsupervisedAsync(org, on, stop));

    private async Task<IReadOnlyList<Role>> LookForVacanciesAsync(Guid org, DateOnly on, CancellationToken stop)
    {
        var kind = (await organisations.GetAsync(org, stop))?.Kind;
        if (kind is not (OrganisationKind.School or OrganisationKind.OtherSetting)) return [];
        List<Guid> chain = [org, .. (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id)];
        var held = await Held(on).Where(pair => chain.Contains(pair.Appointment.Org)).Select(pair => new { pair.Appointment.Org, pair.Appointment.Role }).Distinct().ToListAsync(stop);
        return [.. RoleLevels.MustBeFilled.Where(seat => !held.Exists(one => seat.Contains(one.Role) && (one.Org == org || RoleLevels.FilledFromAbove.Contains(one.Role)))).Select(seat => seat[0])];
    }

    private async Task<bool> LookForUnsupervisedAsync(Guid org, DateOnly day, CancellationToken stop)
    {
        var technicians = (await HoldersAsync(org, [Role.Technician], day, stop)).Where(one => one.Org == org).ToList();
        if (technicians.Count == 0) return false;

        var ids = technicians.Select(one => one.PersonId).ToList();
        var supervised = await (from relation in store.Set<Relation>().AsNoTracking()
                                where relation.Kind == RelationKind.Supervises && ids.Contains(relation.OtherId)
                                join holding in Held(day) on relation.PersonId equals holding.Person.Id
                                select new { relation.OtherId, holding.Appointment.Role }).ToListAsync(stop);
        return technicians.Exists(one => !supervised.Exists(pair => pair.OtherId == one.PersonId && RoleLevels.Senior.Contains(pair.Role)));
    }

    private async Task<IReadOnlyList<RoleHolder>> LookForHoldersAsync(Guid org, IReadOnlyCollection<Role> roles, DateOnly on, CancellationToken stop)
    {
        var above = roles.Where(RoleLevels.FoundAbove.Contains).ToList();
        var chain = above.Count == 0 ? [] : (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id).ToList();
        var held = await Held(on)
            .Where(pair => (pair.Appointment.Org == org && roles.Contains(pair.Appointment.Role))
                || (chain.Contains(pair.Appointment.Org) && above.Contains(pair.Appointment.Role)))
            .ToListAsync(stop);
        return InOrder(held, chain);
    }

    // The deeds of those who left stay; their roles do not, even where nobody ended them by hand.
    private IQueryable<Holding> Held(DateOnly day) =>
        from appointment in store.Set<Appointment>().AsNoTracking()
        where appointment.From <= day && (appointment.Until == null || appointment.Until >= day)
        join person in store.Set<Person>().AsNoTracking() on appointment.PersonId equals person.Id
        where person.EndedOn == null || person.EndedOn > day
        select new Holding { Appointment = appointment, Person = person };

    private static List<RoleHolder> InOrder(List<Holding> held, List<Guid> chain) =>
        [.. held.OrderBy(pair => chain.IndexOf(pair.Appointment.Org)).ThenBy(pair => pair.Appointment.From).ThenBy(pair => pair.Appointment.Id)
            .Select(pair => new RoleHolder(pair.Person.Id, pair.Person.IdentityId, pair.Person.Name, pair.Appointment.Org, pair.Appointment.Role))];

    private sealed class Holding
    {
        public required Appointment Appointment { get; init; }

        public required Person Person { get; init; }
    }
}
