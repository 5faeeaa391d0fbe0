using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Roster;

/// <summary>Writes a plan into the running transaction, a thousand people at a time.</summary>
internal sealed class RosterSaving(Store store, RosterLimits limits, DateTimeOffset now, DateOnly today)
{
    private long _done;

    /// <summary>Ends of roles that somebody gave by hand, because their holder leaves.</summary>
    public List<RoleEnded> RolesEnded { get; } = [];

    /// <summary>Human beings of whom a record ended.</summary>
    public List<Guid> Left { get; } = [];

    public async Task RunAsync(IReadOnlyList<PlacePlan> plans, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var total = plans.Sum(plan => plan.Arrivals.Count + plan.Alterations.Count + plan.Departures.Count);
        foreach (var plan in plans)
        {
            foreach (var some in plan.Arrivals.Chunk(limits.SavedAtOnce)) await SaveAsync(some.Length, () => Arrive(plan.Org, some), total, progress, stop);
            foreach (var some in plan.Alterations.Chunk(limits.SavedAtOnce)) await SaveAsync(some.Length, () => AlterAsync(plan.Org, some, stop), total, progress, stop);
            foreach (var some in plan.Departures.Chunk(limits.SavedAtOnce)) await SaveAsync(some.Length, () => DepartAsync(some, stop), total, progress, stop);
            foreach (var some in plan.Relations.Chunk(limits.SavedAtOnce))
            {
                await SaveAsync(0, () =>
                {
                    store.AddRange(some);
                    return Task.CompletedTask;
                }, total, progress, stop);
            }
        }
    }

    private async Task SaveAsync(int count, Func<Task> change, int total, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        await change();
        await store.SaveChangesAsync(stop);
        store.ChangeTracker.Clear();
        progress?.Report(new RosterProgress("Saving", _done += count, total));
    }

    private Task Arrive(Guid org, IEnumerable<Arrival> some)
    {
        foreach (var one in some)
        {
            store.Add(Person.New(one.Id, org, one.SourceId, one.Details, one.Identity));
            if (one.Role is { } role) Appoint(org, one.Id, role);
        }

        return Task.CompletedTask;
    }

    private async Task AlterAsync(Guid org, IReadOnlyCollection<Alteration> some, CancellationToken stop)
    {
        var people = await PeopleAsync(some.Select(one => one.Person.Id), stop);
        var ends = await AppointmentsAsync(some.Select(one => one.EndsAppointment).OfType<Guid>(), stop);
        foreach (var one in some)
        {
            var person = people[one.Person.Id];
            person.Take(one.Details);
            if (one.Returns) person.Return();
            if (one.EndsAppointment is { } appointment) ends[appointment].EndWithPerson(today.AddDays(-1));
            if (one.Role is { } role) Appoint(org, person.Id, role);
        }
    }

    private async Task DepartAsync(IReadOnlyCollection<Departure> some, CancellationToken stop)
    {
        var people = await PeopleAsync(some.Select(one => one.Person.Id), stop);
        var ends = await AppointmentsAsync(some.SelectMany(one => one.Ends).Select(one => one.Id), stop);
        foreach (var one in some)
        {
            var person = people[one.Person.Id];
            if (!person.End(today)) continue;
            Left.Add(person.IdentityId);
            foreach (var appointment in one.Ends.Select(ended => ends[ended.Id]))
            {
                // The day before, so that nobody who has left comes in today.
                appointment.EndWithPerson(today.AddDays(-1));
                if (appointment.AppointedBy != RosterComparison.Appointer)
                    RolesEnded.Add(new RoleEnded(new RecordRef("person", person.Id), person.IdentityId, appointment.Org, appointment.Role, today.AddDays(-1)));
            }
        }
    }

    private void Appoint(Guid org, Guid person, Role role) => store.Add(new Appointment
    {
        Id = Guid.CreateVersion7(now),
        Org = org,
        PersonId = person,
        Role = role,
        From = today,
        AppointedBy = RosterComparison.Appointer,
    });

    private async Task<Dictionary<Guid, Person>> PeopleAsync(IEnumerable<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        return await store.Set<Person>().Where(one => wanted.Contains(one.Id)).ToDictionaryAsync(one => one.Id, stop);
    }

    private async Task<Dictionary<Guid, Appointment>> AppointmentsAsync(IEnumerable<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        return wanted.Count == 0 ? [] : await store.Set<Appointment>().Where(one => wanted.Contains(one.Id)).ToDictionaryAsync(one => one.Id, stop);
    }
}
