using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Lets a role end, at once or after a day. One person may do it alone: a right must be withdrawn faster than it is given.</summary>
internal sealed class EndRoleByHand(Store store, FindPerson findPerson, IOrganisations organisations, EndAppointment end, TimeProvider clock)
{
    /// <param name="until">The last day; null for at once.</param>
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid appointmentId, DateOnly? until, CancellationToken stop)
    {
        if (await findPerson.RecordAsync(viewer, reference, OrganisationPermissions.GiveRoles, stop) is not { } person) return Refusal.NotFound;
        var appointment = await store.Set<Appointment>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == appointmentId && one.PersonId == person.Id, stop);
        if (appointment is null) return Refusal.NotFound;
        if (appointment.Role == Role.Administrator && await IsLastAsync(appointment, stop)) return Refusals.LastAdministrator;

        return await end.RunAsync(appointmentId, until, viewer.Deed(person.Org, clock.GetUtcNow()), stop);
    }

    // Nobody could give roles any more.
    private async Task<bool> IsLastAsync(Appointment appointment, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        List<Guid> chain = [appointment.Org, .. (await organisations.AncestorsAsync(appointment.Org, stop)).Select(one => one.Id)];
        return appointment.IsHeld(today) && !await (from other in store.Set<Appointment>()
                                                    where other.Id != appointment.Id && chain.Contains(other.Org) && other.Role == Role.Administrator && other.From <= today && other.Until == null
                                                    join one in store.Set<Person>() on other.PersonId equals one.Id
                                                    where one.EndedOn == null && one.Id != appointment.PersonId
                                                    select one.Id).AnyAsync(stop);
    }
}
