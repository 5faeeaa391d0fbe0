using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Lets a role end after a day. The appointment stays as history.</summary>
internal sealed class EndAppointment(Store store)
{
    /// <param name="until">The last day; null for at once.</param>
    public async Task<Outcome> RunAsync(Guid personId, Role role, DateOnly? until, Deed deed, CancellationToken stop)
    {
        var appointment = await store.Set<Appointment>().Where(one => one.PersonId == personId && one.Role == role)
            .OrderBy(one => one.Until != null).ThenByDescending(one => one.From).FirstOrDefaultAsync(stop);
        if (appointment is null) return Refusal.NotFound;
        return await CommitAsync(appointment, until is { } day ? appointment.EndAfter(day) : appointment.EndAtOnce(UkTime.DateOf(deed.At)), deed, stop);
    }

    /// <param name="until">The last day; null for at once.</param>
    public async Task<Outcome> RunAsync(Guid appointmentId, DateOnly? until, Deed deed, CancellationToken stop)
    {
        if (await store.Set<Appointment>().SingleOrDefaultAsync(one => one.Id == appointmentId, stop) is not { } appointment) return Refusal.NotFound;

        var today = UkTime.DateOf(deed.At);
        return await CommitAsync(appointment, until is { } day ? appointment.EndAfter(day, today) : appointment.EndAtOnce(today), deed, stop);
    }

    private async Task<Outcome> CommitAsync(Appointment appointment, Outcome outcome, Deed deed, CancellationToken stop)
    {
        if (!outcome.IsDone) return outcome;

        var person = await store.Set<Person>().SingleAsync(one => one.Id == appointment.PersonId, stop);
        var news = new RoleEnded(new RecordRef("person", person.Id), person.IdentityId, person.Org, appointment.Role, appointment.Until!.Value);
        return await store.CommitAsync(deed, news, stop);
    }
}
