using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Lets a role end after a day. The appointment stays as history.</summary>
internal sealed class EndAppointment(Store store)
{
    public async Task<Outcome> RunAsync(Guid personId, Role role, DateOnly until, Deed deed, CancellationToken stop)
    {
        var person = await store.Set<Person>().SingleOrDefaultAsync(one => one.Id == personId, stop);
        var appointment = await store.Set<Appointment>().Where(one => one.PersonId == personId && one.Role == role)
            .OrderBy(one => one.Until != null).ThenByDescending(one => one.From).FirstOrDefaultAsync(stop);
        if (person is null || appointment is null) return Refusal.NotFound;

        var outcome = appointment.EndAfter(until);
        return outcome.IsDone
            ? await store.CommitAsync(deed, new RoleEnded(new RecordRef("person", person.Id), person.IdentityId, person.Org, role, until), stop)
            : outcome;
    }
}
