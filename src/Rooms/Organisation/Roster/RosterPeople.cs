using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Roster;

/// <summary>Compares the people of one organisation with what is known and saves the difference, inside the load's transaction.</summary>
internal sealed class RosterPeople(Store store, RosterTally tally, RosterNotes notes, DateTimeOffset now, DateOnly today)
{
    /// <summary>Marks appointments that follow the roster: only these does a later roster end.</summary>
    public const string Appointer = "Roster";

    private readonly Dictionary<string, Guid> _identities = new(StringComparer.Ordinal);

    /// <summary>Ends of roles that somebody gave by hand, because their holder is marked as to be deleted.</summary>
    public List<RoleEnded> RolesEnded { get; } = [];

    /// <summary>Who of those in several places is known to be which human being.</summary>
    public async Task KnowAsync(IReadOnlyCollection<Guid> orgs, IReadOnlyCollection<DraftPerson> people, CancellationToken stop)
    {
        var several = people.Where(person => person.Organisations.Count > 1).Select(person => person.SourceId).ToHashSet();
        if (several.Count == 0) return;
        var known = await store.Set<Person>().AsNoTracking().Where(person => orgs.Contains(person.Org) && person.SourceId != null)
            .OrderBy(person => person.Id).Select(person => new { person.SourceId, person.IdentityId }).ToListAsync(stop);
        foreach (var one in known.Where(one => several.Contains(one.SourceId!))) _identities.TryAdd(one.SourceId!, one.IdentityId);
    }

    public async Task SaveAsync(Guid org, IReadOnlyList<DraftPerson> people, IReadOnlyList<DraftRelation> relations,
        Func<DraftPerson, bool> isFamily, CancellationToken stop)
    {
        var known = await store.Set<Person>().Where(person => person.Org == org && person.SourceId != null).ToDictionaryAsync(person => person.SourceId!, stop);
        var roles = (await store.Set<Appointment>().Where(one => one.Org == org).ToListAsync(stop)).ToLookup(one => one.PersonId);
        foreach (var draft in people)
        {
            var asFamily = isFamily(draft);
            if (known.TryGetValue(draft.SourceId, out var person)) Compare(person, draft, asFamily, [.. roles[person.Id]]);
            else if (draft.IsEnded) notes.Tally("users.csv: people marked as to be deleted who were not known here: {n}.");
            else known.Add(draft.SourceId, Add(org, draft, asFamily));
        }

        var named = people.Select(draft => draft.SourceId).ToHashSet(StringComparer.Ordinal);
        foreach (var _ in known.Values.Where(person => person.EndedOn is null && !named.Contains(person.SourceId!)))
            notes.Tally("People from an earlier export who are not in this one: {n}. Nothing was changed for them.");
        await RelateAsync(org, relations, known, stop);
        await store.SaveChangesAsync(stop);
        store.ChangeTracker.Clear();
    }

    private Person Add(Guid org, DraftPerson draft, bool asFamily)
    {
        var id = Guid.CreateVersion7(now);
        if (!_identities.TryGetValue(draft.SourceId, out var identity)) _identities[draft.SourceId] = identity = id;
        var person = Person.New(id, org, draft.SourceId, Details(draft, asFamily, null), identity);
        store.Add(person);
        if (draft.Role.Role is { } role && !asFamily) Appoint(org, id, role);
        tally.Of(person.Kind).New++;
        return person;
    }

    private void Compare(Person person, DraftPerson draft, bool asFamily, List<Appointment> held)
    {
        if (draft.IsEnded)
        {
            if (person.End(today)) End(person, held);
            else tally.Of(person.Kind).Same++;
            return;
        }

        var changed = person.Take(Details(draft, asFamily, person));
        changed |= person.Return();
        if (!asFamily && draft.Role.Role is { } role) changed |= Follow(person, role, held);
        if (changed) tally.Of(person.Kind).Changed++;
        else tally.Of(person.Kind).Same++;
    }

    private bool Follow(Person person, Role role, List<Appointment> held)
    {
        var last = held.Where(one => one.AppointedBy == Appointer).OrderBy(one => one.From).ThenBy(one => one.Id).LastOrDefault();
        // A role of the roster that somebody ended by hand stays ended while the roster says the same.
        if (last?.Role == role) return false;
        if (last is { Until: null }) last.EndWithPerson(today.AddDays(-1));
        Appoint(person.Org, person.Id, role);
        return true;
    }

    private void Appoint(Guid org, Guid person, Role role) => store.Add(new Appointment
    {
        Id = Guid.CreateVersion7(now),
        Org = org,
        PersonId = person,
        Role = role,
        From = today,
        AppointedBy = Appointer,
    });

    private void End(Person person, List<Appointment> held)
    {
        tally.Ended++;
        foreach (var one in held.Where(one => one.Until is null || one.Until > today))
        {
            one.EndWithPerson(today);
            if (one.AppointedBy == Appointer) continue;
            RolesEnded.Add(new RoleEnded(new RecordRef("person", person.Id), person.IdentityId, one.Org, one.Role, today));
            notes.Notice($"A role ended because its holder is marked as to be deleted: {one.Role.InWords()}. Give it to somebody else today.");
        }
    }

    private async Task RelateAsync(Guid org, IReadOnlyList<DraftRelation> relations, Dictionary<string, Person> people, CancellationToken stop)
    {
        if (relations.Count == 0) return;
        var known = (await store.Set<Relation>().AsNoTracking().Where(one => one.Org == org)
            .Select(one => new { one.PersonId, one.OtherId, one.Kind }).ToListAsync(stop)).ToHashSet();
        foreach (var draft in relations)
        {
            if (!people.TryGetValue(draft.Person.SourceId, out var person) || !people.TryGetValue(draft.Other.SourceId, out var other)) continue;
            if (!known.Add(new { PersonId = person.Id, OtherId = other.Id, draft.Kind }))
            {
                tally.Relations.Same++;
                continue;
            }

            store.Add(new Relation { Id = Guid.CreateVersion7(now), Org = org, PersonId = person.Id, OtherId = other.Id, Kind = draft.Kind });
            tally.Relations.New++;
        }
    }

    // What the roster does not say (a known-as name, a class) stays as somebody wrote it here.
    private static PersonDetails Details(DraftPerson draft, bool asFamily, Person? known) => new(
        asFamily && draft.Role.Kind is PersonKind.Staff ? PersonKind.Other : draft.Role.Kind, draft.GivenName, draft.FamilyName)
    {
        KnownAs = draft.KnownAs ?? known?.KnownAs,
        Email = draft.Email ?? known?.Email,
        YearGroup = draft.YearGroup,
        Class = draft.ClassSeen.Title ?? known?.Class,
        BornOn = draft.BornOn ?? known?.BornOn,
    };
}
