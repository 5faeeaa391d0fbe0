using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>One person of an organisation whose people the viewer keeps, with the roles of that record.</summary>
internal sealed class FindPerson(Store store, IPlaces places, IOrganisations organisations, IEnumerable<IPersonPanel> panels, TimeProvider clock)
{
    /// <summary>The record, where this permission reaches it; null elsewhere.</summary>
    public async Task<Person?> RecordAsync(Viewer viewer, RandomReference reference, string permission, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, permission, stop);
        return await store.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference && open.Contains(one.Org), stop);
    }

    public async Task<PersonView?> RunAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await RecordAsync(viewer, reference, OrganisationPermissions.People, stop) is not { } person) return null;

        List<PersonFact> facts = [];
        if (person.Kind is not PersonKind.Pupil)
        {
            foreach (var panel in panels) facts.AddRange(await panel.FactsAsync(person.IdentityId, person.Org, stop));
        }

        return new PersonView(person, (await organisations.GetAsync(person.Org, stop))!, await RolesAsync(person.Id, stop), await ProposedAsync(person.Id, stop), facts, await SupervisorAsync(person, stop), await SupervisionsAsync(person, stop));
    }

    public async Task<IReadOnlyList<RoleLine>> RolesAsync(Guid personId, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        var held = await store.Set<Appointment>().AsNoTracking().Where(one => one.PersonId == personId).ToListAsync(stop);
        var covered = held.Select(one => one.CoversFor).OfType<Guid>().ToList();
        var names = covered.Count == 0 ? [] : await store.Set<Person>().AsNoTracking().Where(one => covered.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        // One that never was, because it was ended before it began, is not shown.
        return [.. held.Where(one => one.Until is null || one.Until >= one.From)
            .Select(one => new RoleLine(one.Id, one.Role, one.From, one.Until, one.AppointedBy, one.CoversFor is { } id ? names.GetValueOrDefault(id) : null, When(one, today)))
            .OrderBy(one => one.When).ThenByDescending(one => one.From).ThenBy(one => one.Role)];
    }

    /// <summary>Whoever else holds a role there today that somebody may stand in for.</summary>
    public async Task<IReadOnlyList<HolderLine>> HoldersAsync(Person person, CancellationToken stop)
    {
        var today = UkTime.DateOf(clock.GetUtcNow());
        return await (from appointment in store.Set<Appointment>().AsNoTracking()
                      where appointment.Org == person.Org && appointment.PersonId != person.Id && appointment.From <= today && (appointment.Until == null || appointment.Until >= today)
                          && appointment.Role != Role.Teacher && appointment.Role != Role.SupportStaff
                      join one in store.Set<Person>() on appointment.PersonId equals one.Id
                      where one.EndedOn == null
                      orderby one.FamilyName, one.GivenName, appointment.Role
                      select new HolderLine(one.Reference, one.GivenName + " " + one.FamilyName, appointment.Role)).Take(200).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<ProposalLine>> ProposedAsync(Guid personId, CancellationToken stop) =>
        await store.Set<RoleProposal>().AsNoTracking().Where(one => one.PersonId == personId && one.Answer == ProposalAnswer.Waiting).OrderBy(one => one.ProposedAt)
            .Select(one => new ProposalLine(one.Id, one.Role, one.From, one.Until, one.ProposedByName, one.ProposedAt)).ToListAsync(stop);

    private async Task<string?> SupervisorAsync(Person person, CancellationToken stop) =>
        await (from relation in store.Set<Relation>().AsNoTracking()
               where relation.OtherId == person.Id && relation.Kind == RelationKind.Supervises
               join one in store.Set<Person>().AsNoTracking() on relation.PersonId equals one.Id
               select one.GivenName + " " + one.FamilyName).FirstOrDefaultAsync(stop);

    // Each was said here on a day, and holds until the next was: the journal knows both.
    private async Task<IReadOnlyList<SupervisionLine>> SupervisionsAsync(Person person, CancellationToken stop)
    {
        var id = person.Id;
        var said = (await store.Set<JournalRow>().AsNoTracking().Where(row => row.RecordKind == "person" && row.RecordId == id && row.Act == nameof(SupervisorSet))
            .OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => new { row.At, row.Payload }).ToListAsync(stop))
            .Select(row => (On: UkTime.DateOf(row.At), Who: Guid.TryParse(JournalWords.Of(row.Payload, nameof(SupervisorSet.SupervisorIdentityId)), out var who) ? who : (Guid?)null)).ToList();
        var identities = said.Select(one => one.Who).OfType<Guid>().Distinct().ToList();
        if (identities.Count == 0) return [];
        var names = (await store.Set<Person>().AsNoTracking().Where(one => one.Org == person.Org && identities.Contains(one.IdentityId)).ToListAsync(stop)).ToLookup(one => one.IdentityId, one => one.Name);
        return [.. said.Select((one, at) => one.Who is { } who ? new SupervisionLine(names[who].FirstOrDefault() ?? "Somebody", one.On, at + 1 < said.Count ? said[at + 1].On : null) : null).OfType<SupervisionLine>().Reverse()];
    }

    private static RoleTime When(Appointment one, DateOnly today) => one.IsHeld(today) ? RoleTime.Now : one.From > today ? RoleTime.Later : RoleTime.Earlier;
}

internal sealed record PersonView(
    Person Person, OrganisationCard Place, IReadOnlyList<RoleLine> Roles, IReadOnlyList<ProposalLine> Proposed, IReadOnlyList<PersonFact> Facts, string? Supervisor, IReadOnlyList<SupervisionLine> Supervisions)
{
    /// <summary>Who supervises today and, where it was said here, since when.</summary>
    public string? SupervisorInWords => Supervisor is { } name && Supervisions.FirstOrDefault(one => one.Until is null && one.Name == name) is { } since ? $"{name}, since {UkTime.InWords(since.From)}" : Supervisor;

    public IEnumerable<SupervisionLine> SupervisedBefore => Supervisions.Where(one => one.Until is not null);
}

/// <summary>Somebody supervised the monitoring of a technician from a day to a day.</summary>
internal sealed record SupervisionLine(string Name, DateOnly From, DateOnly? Until)
{
    public string InWords => $"{Name}, {UkTime.Days(From, Until)}";
}

internal sealed record RoleLine(Guid Id, Role Role, DateOnly From, DateOnly? Until, string? AppointedBy, string? CoversFor, RoleTime When)
{
    public string Dates => UkTime.Days(From, Until);
}

internal sealed record ProposalLine(Guid Id, Role Role, DateOnly From, DateOnly? Until, string ByName, DateTimeOffset At)
{
    public string Dates => UkTime.Days(From, Until);
}

internal sealed record HolderLine(RandomReference Reference, string Name, Role Role);

internal enum RoleTime
{
    Now,
    Later,
    Earlier,
}
