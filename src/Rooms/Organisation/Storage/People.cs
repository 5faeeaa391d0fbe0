using System.Text.RegularExpressions;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed partial class People(Store store, IOrganisations organisations, Almanac almanac, TimeProvider clock) : IPeople
{
    private const int MostFound = 100;

    private const int ShortestName = 2;

    private IQueryable<Person> Rows => store.Set<Person>().AsNoTracking();

    private DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    public async Task<IReadOnlyList<PersonCard>> FindAsync(
        Viewer viewer, Guid org, string text, IReadOnlyCollection<PersonKind> kinds, int limit, CancellationToken stop)
    {
        var words = Folding.Words(text);
        if (words.Length == 0 || !viewer.Organisations.Contains(org)) return [];

        var rows = Rows.Where(person => person.Org == org);
        if (kinds.Count > 0) rows = rows.Where(person => kinds.Contains(person.Kind));
        foreach (var word in words) rows = rows.Where(person => (" " + person.Folded).Contains(" " + word));
        var found = await rows.OrderBy(person => person.EndedOn != null).ThenBy(person => person.FamilyName).ThenBy(person => person.GivenName)
            .ThenBy(person => person.Id).Take(Math.Clamp(limit, 1, MostFound)).ToListAsync(stop);
        return await CardsAsync(found, stop);
    }

    public Task<IReadOnlyDictionary<Guid, PersonCard>> CardsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken stop) =>
        almanac.ReadEachAsync($"card on {Today:O} of", personIds, async ids =>
            (IReadOnlyDictionary<Guid, PersonCard>)(await CardsAsync(await Rows.Where(person => ids.Contains(person.Id)).ToListAsync(stop), stop)).ToDictionary(card => card.Id));

    public async Task<IReadOnlyList<PersonCard>> RowsOfAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var rows = await almanac.ReadEachAsync($"rows on {Today:O} of", identities, async ids =>
            (IReadOnlyDictionary<Guid, PersonCard[]>)(await CardsAsync(await Rows.Where(person => ids.Contains(person.IdentityId)).ToListAsync(stop), stop))
                .GroupBy(card => card.IdentityId).ToDictionary(one => one.Key, one => one.ToArray()));
        return [.. rows.Values.SelectMany(cards => cards).OrderBy(card => card.Id)];
    }

    public async Task<IReadOnlyList<Guid>> PlacesOfAsync(Guid identity, DateOnly on, CancellationToken stop) =>
        await Rows.Where(person => person.IdentityId == identity && (person.EndedOn == null || person.EndedOn > on)).Select(person => person.Org).Distinct().ToListAsync(stop);

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> LeftOnAsync(IReadOnlyCollection<Guid> personIds, DateOnly on, CancellationToken stop) =>
        await Rows.Where(person => personIds.Contains(person.Id) && person.EndedOn <= on
                && !Rows.Any(other => other.IdentityId == person.IdentityId && other.Org == person.Org && (other.EndedOn == null || other.EndedOn > on)))
            .ToDictionaryAsync(person => person.Id, person => person.EndedOn!.Value, stop);

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> BirthdaysAsync(IReadOnlyCollection<Guid> personIds, CancellationToken stop) =>
        await Rows.Where(person => personIds.Contains(person.Id) && person.BornOn != null).ToDictionaryAsync(person => person.Id, person => person.BornOn!.Value, stop);

    public async Task<IReadOnlyList<Guid>> BornByAsync(DateOnly day, CancellationToken stop) =>
        await almanac.ReadAsync<IReadOnlyList<Guid>>($"born by {day:O}", async () => await Rows.Where(person => person.BornOn <= day && person.Kind == PersonKind.Pupil).Select(person => person.Id).ToListAsync(stop));

    public async Task<IReadOnlyList<KnownName>> NamesAsync(Guid org, CancellationToken stop) =>
    [
        .. (await Rows.Where(person => person.Org == org).Select(person => new { person.IdentityId, person.GivenName, person.KnownAs, person.FamilyName, person.Kind }).ToListAsync(stop))
            .Select(one => new KnownName(one.IdentityId, [.. new[] { one.GivenName, one.KnownAs }.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!).Distinct()], one.FamilyName, one.Kind)),
    ];

    public async Task<IReadOnlyList<PersonCard>> MatchAdultsAsync(Guid org, string nameAsWritten, CancellationToken stop)
    {
        // Both ways of reading an apostrophe: O'Dell is a name, and in Bell's the s is none.
        var written = $" {Folding.Fold(nameAsWritten)} {Folding.Fold(Possessive().Replace(nameAsWritten, ""))} ";
        if (string.IsNullOrWhiteSpace(written)) return [];
        var orgs = (await organisations.AncestorsAsync(org, stop)).Select(one => one.Id).Append(org).ToList();
        var rows = Rows.Where(person => orgs.Contains(person.Org));
        // Parents are left out: barring every family of a common name would bar the wrong people and help nobody.
        var held = store.Set<Appointment>().Select(one => one.PersonId);
        var adults = await rows.Where(person => person.Kind == PersonKind.Staff || person.Kind == PersonKind.Governor
            || (person.Kind != PersonKind.Pupil && held.Contains(person.Id))).ToListAsync(stop);
        return await CardsAsync([.. adults.Where(person => Fits(person, written)).OrderBy(person => person.Id)], stop);
    }

    public async Task<IReadOnlySet<Guid>> RelativesOfAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var pairs = await (
            from relation in store.Set<Relation>()
            where relation.Kind == RelationKind.ParentOf || relation.Kind == RelationKind.RelativeOf
            join one in Rows on relation.PersonId equals one.Id
            join other in Rows on relation.OtherId equals other.Id
            where identities.Contains(one.IdentityId) || identities.Contains(other.IdentityId)
            select new { One = one.IdentityId, Other = other.IdentityId }).ToListAsync(stop);
        return pairs.SelectMany(pair => (Guid[])[pair.One, pair.Other]).Except(identities).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> LineManagedByAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        var pairs = await (
            from relation in store.Set<Relation>()
            where relation.Kind == RelationKind.LineManages
            join manager in Rows on relation.PersonId equals manager.Id
            join managed in Rows on relation.OtherId equals managed.Id
            select new { Manager = manager.IdentityId, Managed = managed.IdentityId }).ToListAsync(stop);
        var below = pairs.ToLookup(pair => pair.Manager, pair => pair.Managed);
        var found = new HashSet<Guid>();
        var open = new Queue<Guid>(identities);
        while (open.TryDequeue(out var manager))
        {
            foreach (var managed in below[manager].Where(found.Add)) open.Enqueue(managed);
        }

        return found.Except(identities).ToHashSet();
    }

    private static bool Fits(Person person, string written)
    {
        var family = Folding.Fold(person.FamilyName);
        return Holds(written, family)
            || Holds(written, Folding.Fold($"{person.GivenName} {person.FamilyName}"))
            || (person.KnownAs is { } knownAs && Holds(written, Folding.Fold(knownAs)))
            // Of a double name people write one half.
            || family.Split(' ').Any(half => half.Length > ShortestName + 1 && Holds(written, half))
            || (written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Count() == 1 && Holds(written, Folding.Fold(person.GivenName)));
    }

    [GeneratedRegex("['’]s\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    private static bool Holds(string written, string name) =>
        name.Length >= ShortestName && written.Contains($" {name} ", StringComparison.Ordinal);

    private async Task<IReadOnlyList<PersonCard>> CardsAsync(List<Person> rows, CancellationToken stop)
    {
        var ids = rows.Select(person => person.Id).ToList();
        var today = Today;
        var held = (await store.Set<Appointment>().AsNoTracking()
            .Where(one => ids.Contains(one.PersonId) && one.From <= today && (one.Until == null || one.Until >= today))
            .Select(one => new { one.PersonId, one.Role }).ToListAsync(stop)).ToLookup(one => one.PersonId, one => one.Role);
        return [.. rows.Select(person => person.Card(JobTitle(held[person.Id])))];
    }

    private static string? JobTitle(IEnumerable<Role> roles) =>
        string.Join(", ", roles.Distinct().OrderByDescending(role => role > Role.OfficeStaff).ThenBy(role => role).Select(role => role.InWords()))
            is { Length: > 0 } title ? title : null;
}
