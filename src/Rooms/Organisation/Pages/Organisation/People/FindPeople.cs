using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>People of one organisation, by words of their name or by role.</summary>
internal sealed class FindPeople(Store store, IPlaces places, IOrganisations organisations, TimeProvider clock)
{
    public const int Most = 100;

    public async Task<IReadOnlyList<OrganisationCard>> PlacesAsync(Viewer viewer, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, OrganisationPermissions.People, stop);
        return [.. (await organisations.AllAsync(stop)).Where(one => open.Contains(one.Id))];
    }

    /// <summary>Whoever has a name with a word beginning with each word typed; those who left last.</summary>
    public Task<PeopleFound> ByNameAsync(Guid org, string typed, CancellationToken stop)
    {
        var rows = store.Set<Person>().AsNoTracking().Where(one => one.Org == org);
        foreach (var word in Folding.Words(typed)) rows = rows.Where(one => (" " + one.Folded).Contains(" " + word));
        return CardsAsync(rows, stop);
    }

    /// <summary>Adults who work or serve there; those who hold this role now or will, when one is asked for.</summary>
    public Task<PeopleFound> ByRoleAsync(Guid org, Role? role, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var held = store.Set<Appointment>().Where(one => one.Org == org && (one.Until == null || one.Until >= today) && (role == null || one.Role == role)).Select(one => one.PersonId);
        var rows = store.Set<Person>().AsNoTracking().Where(one => one.Org == org && one.EndedOn == null);
        return CardsAsync(role is null ? rows.Where(one => one.Kind == PersonKind.Staff || one.Kind == PersonKind.Governor || held.Contains(one.Id)) : rows.Where(one => held.Contains(one.Id)), stop);
    }

    private async Task<PeopleFound> CardsAsync(IQueryable<Person> rows, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var count = await rows.CountAsync(stop);
        var people = await rows.OrderBy(one => one.EndedOn != null).ThenBy(one => one.FamilyName).ThenBy(one => one.GivenName).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        var ids = people.Select(one => one.Id).ToList();
        var held = (await store.Set<Appointment>().AsNoTracking().Where(one => ids.Contains(one.PersonId) && one.From <= today && (one.Until == null || one.Until >= today))
            .Select(one => new { one.PersonId, one.Role }).ToListAsync(stop)).ToLookup(one => one.PersonId, one => one.Role);
        return new PeopleFound(count, [.. people.Select(one => new PersonLine(one.Reference, one.Name, one.Kind, one.YearGroup, one.Class, one.EndedOn,
            [.. held[one.Id].Distinct().OrderByDescending(role => role > Role.OfficeStaff).ThenBy(role => role)]))]);
    }
}

internal sealed record PeopleFound(int Count, IReadOnlyList<PersonLine> People);

internal sealed record PersonLine(RandomReference Reference, string Name, PersonKind Kind, string? YearGroup, string? Class, DateOnly? EndedOn, IReadOnlyList<Role> Roles);
