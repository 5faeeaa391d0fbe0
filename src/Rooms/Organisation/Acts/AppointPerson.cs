using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Acts;

/// <summary>Gives a person a role in the organisation of their record.</summary>
internal sealed class AppointPerson(Store store)
{
    public Task<Outcome> RunAsync(Guid personId, Role role, DateOnly from, string? appointedBy, Deed deed, CancellationToken stop) =>
        RunAsync(new RoleToGive(personId, role, from) { AppointedBy = appointedBy }, deed, stop);

    public async Task<Outcome> RunAsync(RoleToGive give, Deed deed, CancellationToken stop)
    {
        var person = await store.Set<Person>().SingleOrDefaultAsync(one => one.Id == give.PersonId, stop);
        if (person is null) return Refusal.NotFound;

        var may = await MayAsync(person, give, stop);
        if (!may.IsDone) return may;

        var appointment = new Appointment
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = person.Org,
            PersonId = person.Id,
            Role = give.Role,
            From = give.From,
            AppointedBy = give.AppointedBy,
            CoversFor = give.CoversFor,
        };
        if (give.Until is { } until) appointment.EndAfter(until);
        store.Add(appointment);
        return await store.CommitAsync(deed, new RoleGiven(new RecordRef("person", person.Id), person.IdentityId, person.Org, give.Role, give.From, give.Until), stop);
    }

    public async Task<Outcome> MayAsync(Person person, RoleToGive give, CancellationToken stop)
    {
        var organisation = await store.Set<Model.Organisation>().SingleAsync(one => one.Id == person.Org, stop);
        var held = await store.Set<Appointment>().Where(one => one.PersonId == person.Id).ToListAsync(stop);
        return Appointing.May(organisation, person, give.Role, give.From, give.Until, held);
    }
}

/// <param name="From">The first day.</param>
internal sealed record RoleToGive(Guid PersonId, Role Role, DateOnly From)
{
    /// <summary>The last day; null without an end.</summary>
    public DateOnly? Until { get; init; }

    public string? AppointedBy { get; init; }

    public Guid? CoversFor { get; init; }
}
