using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class StaffList(Store store) : IStaffList
{
    public async Task<IReadOnlyList<StaffMember>> OfAsync(Guid org, DateOnly on, CancellationToken stop)
    {
        var held = (await store.Set<Appointment>().AsNoTracking().Where(one => one.Org == org && one.From <= on && (one.Until == null || one.Until >= on))
            .Select(one => new { one.PersonId, one.Role }).ToListAsync(stop)).ToLookup(one => one.PersonId, one => one.Role);
        var holders = held.Select(one => one.Key).ToList();
        var people = await store.Set<Person>().AsNoTracking()
            .Where(person => person.Org == org && (person.EndedOn == null || person.EndedOn > on)
                && (person.Kind == PersonKind.Staff || person.Kind == PersonKind.Governor || holders.Contains(person.Id)))
            .OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id).ToListAsync(stop);
        return [.. people.Select(person => new StaffMember(person.Id, person.IdentityId, person.Name, person.Kind, person.Email, [.. held[person.Id].Distinct().Order()]))];
    }
}
