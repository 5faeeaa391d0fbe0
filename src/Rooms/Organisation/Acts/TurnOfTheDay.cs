using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <inheritdoc cref="ITurnOfTheDay"/>
internal sealed class TurnOfTheDay(Store store, OrganisationScope scope, TimeProvider clock) : ITurnOfTheDay
{
    // A site that was switched off catches up; what is older has been decided again many times since.
    private const int DaysBack = 31;

    public async Task<int> RunAsync(CancellationToken stop)
    {
        scope.OpenTo("turn of the day");
        var now = clock.GetUtcNow();
        var today = UkTime.DateOf(now);
        var since = today.AddDays(-DaysBack);
        var said = store.Set<JournalRow>().Where(row => row.RecordKind == "appointment");
        var near = await (from appointment in store.Set<Appointment>().AsNoTracking()
                          where (appointment.From <= today && appointment.From >= since) || (appointment.Until < today && appointment.Until >= since)
                          join person in store.Set<Person>() on appointment.PersonId equals person.Id
                          select new
                          {
                              Appointment = appointment,
                              person.IdentityId,
                              SaidBegan = said.Any(row => row.RecordId == appointment.Id && row.Act == nameof(RoleBegan)),
                              SaidLapsed = said.Any(row => row.RecordId == appointment.Id && row.Act == nameof(RoleLapsed)),
                          }).ToListAsync(stop);
        var count = 0;
        foreach (var one in near)
        {
            var (role, about) = (one.Appointment, new RecordRef("appointment", one.Appointment.Id));
            IHappened? news = !one.SaidLapsed && role.Until < today && role.Until >= since ? new RoleLapsed(about, one.IdentityId, role.Org, role.Role)
                : !one.SaidBegan && role.IsHeld(today) && role.From >= since && WasGivenAhead(role) ? new RoleBegan(about, one.IdentityId, role.Org, role.Role)
                : null;
            if (news is null) continue;

            await store.CommitAsync(Deed.OfSystem(role.Org, "Turn of the day", now), news, stop);
            store.ChangeTracker.Clear();
            count++;
        }

        return count;
    }

    // The key holds the moment at which it was made.
    private static bool WasGivenAhead(Appointment role) =>
        role.From > UkTime.DateOf(DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(role.Id.ToString("N")[..12], 16)));
}
