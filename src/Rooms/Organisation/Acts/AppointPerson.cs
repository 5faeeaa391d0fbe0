using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Gives a person a role in the organisation of their record.</summary>
internal sealed class AppointPerson(Store store)
{
    public async Task<Outcome> RunAsync(Guid personId, Role role, DateOnly from, string? appointedBy, Deed deed, CancellationToken stop)
    {
        var person = await store.Set<Person>().SingleOrDefaultAsync(one => one.Id == personId, stop);
        if (person is null) return Refusal.NotFound;

        var organisation = await store.Set<Model.Organisation>().SingleAsync(one => one.Id == person.Org, stop);
        var held = await store.Set<Appointment>().Where(one => one.PersonId == personId).ToListAsync(stop);
        var outcome = Appointing.May(organisation, person, role, from, held);
        if (!outcome.IsDone) return outcome;

        store.Add(new Appointment
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = person.Org,
            PersonId = person.Id,
            Role = role,
            From = from,
            AppointedBy = appointedBy,
        });
        return await store.CommitAsync(deed, new RoleGiven(new RecordRef("person", person.Id), person.IdentityId, person.Org, role, from), stop);
    }
}
