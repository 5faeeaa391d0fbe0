using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Roster;

/// <summary>Compares an export with what is known and says what would change. It reads and changes nothing.</summary>
internal sealed class RosterComparison(Store store, RosterDraft draft, RosterPlaces places, RosterNotes notes, RosterTally tally, RosterPlanning planning, Guid? by, DateTimeOffset now, DateOnly today)
{
    /// <summary>Marks appointments that follow the roster: only these does a later roster end.</summary>
    public const string Appointer = "Roster";

    private readonly Dictionary<string, Guid> _identities = new(StringComparer.Ordinal);

    public int OutOfScope { get; private set; }

    public bool TakesOutWhoAsks { get; private set; }

    public async Task<IReadOnlyList<PlacePlan>> RunAsync(IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var orgs = places.Places.Values.Select(place => place.Id).Distinct().ToList();
        var inside = draft.People.Values.Where(person => person.Organisations.Exists(places.Places.ContainsKey)).ToList();
        OutOfScope = draft.People.Count - inside.Count;
        await KnowAsync(orgs, inside, stop);
        var plans = new List<PlacePlan>();
        var done = 0L;
        foreach (var org in orgs)
        {
            var sources = places.Places.Where(pair => pair.Value.Id == org).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
            var here = inside.Where(person => person.Organisations.Exists(sources.Contains)).ToList();
            plans.Add(await OfPlaceAsync(org, here, sources, stop));
            progress?.Report(new RosterProgress("Comparing", done += here.Count, inside.Count));
        }

        return plans;
    }

    // Who of those in several places is known to be which human being.
    private async Task KnowAsync(List<Guid> orgs, List<DraftPerson> people, CancellationToken stop)
    {
        var several = people.Where(person => person.Organisations.Count > 1).Select(person => person.SourceId).ToHashSet();
        if (several.Count == 0) return;
        var known = await store.Set<Person>().AsNoTracking().Where(person => orgs.Contains(person.Org) && person.SourceId != null)
            .OrderBy(person => person.Id).Select(person => new { person.SourceId, person.IdentityId }).ToListAsync(stop);
        foreach (var one in known.Where(one => several.Contains(one.SourceId!))) _identities.TryAdd(one.SourceId!, one.IdentityId);
    }

    private async Task<PlacePlan> OfPlaceAsync(Guid org, List<DraftPerson> people, HashSet<string> sources, CancellationToken stop)
    {
        var plan = new PlacePlan(org);
        var rows = await store.Set<Person>().AsNoTracking().Where(person => person.Org == org).ToListAsync(stop);
        var known = rows.Where(person => person.SourceId is not null).ToDictionary(person => person.SourceId!, StringComparer.Ordinal);
        var roles = (await store.Set<Appointment>().AsNoTracking().Where(one => one.Org == org).ToListAsync(stop)).ToLookup(one => one.PersonId);
        var name = places.Places.Values.First(place => place.Id == org).Name;
        planning.Know(name, rows);
        foreach (var person in rows.Where(person => person.EndedOn is null)) tally.Today(org, person.Kind);
        var ids = known.ToDictionary(pair => pair.Key, pair => (pair.Value.Id, pair.Value.Kind), StringComparer.Ordinal);
        foreach (var one in people)
        {
            var asFamily = one.Organisations.Where(sources.Contains).All(one.AsFamily.Contains);
            if (known.TryGetValue(one.SourceId, out var person)) Compare(plan, name, person, one, asFamily, [.. roles[person.Id]]);
            else if (one.IsEnded) notes.Tally($"{draft.PeopleFile}: people marked as to be deleted who were not known here: {{n}}.");
            else ids[one.SourceId] = Arrive(plan, name, one, asFamily);
        }

        Missing(plan, name, people, known, roles);
        await RelateAsync(plan, org, ids, sources, stop);
        return plan;
    }

    private (Guid Id, PersonKind Kind) Arrive(PlacePlan plan, string place, DraftPerson one, bool asFamily)
    {
        var id = Guid.CreateVersion7(now);
        if (!_identities.TryGetValue(one.SourceId, out var identity)) _identities[one.SourceId] = identity = id;
        var details = Details(one, asFamily, null);
        plan.Arrivals.Add(new Arrival(id, identity, one.SourceId, details, asFamily ? null : one.Role.Role));
        tally.Of(details.Kind).New++;
        planning.Arrives(place, details, identity);
        return (id, details.Kind);
    }

    private void Compare(PlacePlan plan, string place, Person person, DraftPerson one, bool asFamily, List<Appointment> held)
    {
        if (one.IsEnded)
        {
            if (person.EndedOn is null) Leave(plan, place, person, isMarked: true, held);
            else tally.Of(person.Kind).Same++;
            return;
        }

        var details = Details(one, asFamily, person);
        var (role, ends) = asFamily || one.Role.Role is not { } wanted ? (null, null) : Follow(wanted, held, person.EndedOn);
        var returns = person.EndedOn is not null;
        if (details == person.Details() && !returns && role is null)
        {
            tally.Of(person.Kind).Same++;
            return;
        }

        plan.Alterations.Add(new Alteration(person, details, returns, role, ends?.Id));
        tally.Of(details.Kind).Changed++;
        if (returns) tally.Returned++;
        planning.Alters(place, person, details, returns, ends?.Role, role);
    }

    // A role of the roster that somebody ended by hand stays ended while the roster says the same. One that ended because its holder
    // left begins again when they come back.
    private static (Role? Begins, Appointment? Ends) Follow(Role role, List<Appointment> held, DateOnly? left)
    {
        var last = held.Where(one => one.AppointedBy == Appointer).OrderBy(one => one.From).ThenBy(one => one.Id).LastOrDefault();
        var endedWithThem = left is { } day && last?.Until is { } until && until >= day.AddDays(-1);
        return last?.Role == role && !endedWithThem ? (null, null) : (role, last is { Until: null } ? last : null);
    }

    private void Missing(PlacePlan plan, string place, List<DraftPerson> people, Dictionary<string, Person> known, ILookup<Guid, Appointment> roles)
    {
        var named = people.Select(one => one.SourceId).ToHashSet(StringComparer.Ordinal);
        foreach (var person in known.Values.Where(person => person.EndedOn is null && !named.Contains(person.SourceId!)).OrderBy(person => person.FamilyName, StringComparer.Ordinal))
        {
            if (draft.IsWholeFor.Contains(person.Kind)) Leave(plan, place, person, isMarked: false, [.. roles[person.Id]]);
        }
    }

    private void Leave(PlacePlan plan, string place, Person person, bool isMarked, List<Appointment> held)
    {
        var ends = held.Where(one => one.Until is null || one.Until > today).ToList();
        plan.Departures.Add(new Departure(person, ends));
        tally.Leaves(plan.Org, person.Kind);
        foreach (var one in ends.Where(one => one.AppointedBy != Appointer))
            notes.Notice($"A role ends because its holder leaves: {one.Role.InWords()}. Give it to somebody else today.");
        TakesOutWhoAsks |= person.IdentityId == by && ends.Exists(one => OrganisationPermissions.KeepsPeople(one.Role));
        planning.Leaves(place, person, isMarked, [.. ends.Select(one => one.Role.InWords())]);
    }

    private async Task RelateAsync(PlacePlan plan, Guid org, Dictionary<string, (Guid Id, PersonKind Kind)> people, HashSet<string> sources, CancellationToken stop)
    {
        var wanted = draft.Relations.Where(one => one.Other.Organisations.Exists(sources.Contains))
            .Select(one => (Person: one.Person.SourceId, Other: one.Other.SourceId, one.Kind))
            .Concat(draft.Ties.Select(tie => Tied(tie, people)).OfType<(string Person, string Other, RelationKind Kind)>()).ToList();
        if (wanted.Count == 0) return;
        var known = (await store.Set<Relation>().AsNoTracking().Where(one => one.Org == org)
            .Select(one => new { one.PersonId, one.OtherId, one.Kind }).ToListAsync(stop)).ToHashSet();
        foreach (var one in wanted)
        {
            if (!people.TryGetValue(one.Person, out var person) || !people.TryGetValue(one.Other, out var other)) continue;
            if (!known.Add(new { PersonId = person.Id, OtherId = other.Id, one.Kind }))
            {
                tally.Relations.Same++;
                continue;
            }

            plan.Relations.Add(new Relation { Id = Guid.CreateVersion7(now), Org = org, PersonId = person.Id, OtherId = other.Id, Kind = one.Kind });
            tally.Relations.New++;
        }
    }

    private (string Person, string Other, RelationKind Kind)? Tied(DraftTie tie, Dictionary<string, (Guid Id, PersonKind Kind)> people)
    {
        if (!people.ContainsKey(tie.Person.SourceId)) return null;
        if (!people.TryGetValue(tie.OtherId, out var other))
        {
            notes.Tally($"{draft.PeopleFile}: links to people who are neither in the file nor known here under that id: {{n}}. They were left out.");
            return null;
        }

        var (adult, adultKind, child, childKind) = tie.Person.Role.Kind is PersonKind.Pupil
            ? (tie.OtherId, other.Kind, tie.Person.SourceId, PersonKind.Pupil)
            : (tie.Person.SourceId, tie.Person.Role.Kind, tie.OtherId, other.Kind);
        return childKind is not PersonKind.Pupil || adultKind is PersonKind.Pupil ? null
            : (adult, child, adultKind is PersonKind.Parent ? RelationKind.ParentOf : RelationKind.RelativeOf);
    }

    // What the roster does not say (a known-as name, a class) stays as somebody wrote it here.
    private static PersonDetails Details(DraftPerson one, bool asFamily, Person? known) => new(
        asFamily && one.Role.Kind is PersonKind.Staff ? PersonKind.Other : one.Role.Kind, one.GivenName, one.FamilyName)
    {
        KnownAs = one.KnownAs ?? known?.KnownAs,
        Email = one.Email ?? known?.Email,
        YearGroup = one.SaysYears ? one.YearGroup : known?.YearGroup,
        Class = one.ClassSeen.Title ?? known?.Class,
        BornOn = one.BornOn ?? known?.BornOn,
    };
}
