using System.Globalization;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Roster;

/// <summary>Writes down, while an export is compared, what people will want to read of it: bounded lists, and pairs that are probably one human being.</summary>
internal sealed class RosterPlanning(RosterLimits limits)
{
    private readonly List<PlannedPerson> _new = [];
    private readonly List<PlannedPerson> _changed = [];
    private readonly List<PlannedPerson> _leaving = [];
    private readonly List<PlannedPerson> _returning = [];
    private readonly List<PlannedTwin> _twins = [];
    private readonly Dictionary<string, Seen> _byBirth = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Seen> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    public int Twins { get; private set; }

    public RosterPlan Plan(RosterReport report) => new() { Report = report, New = _new, Changed = _changed, Leaving = _leaving, Returning = _returning, Twins = _twins };

    public void Know(string place, IEnumerable<Person> people)
    {
        foreach (var person in people) Note(place, person.Details(), person.IdentityId);
    }

    public void Arrives(string place, PersonDetails details, Guid identity)
    {
        if (_new.Count < limits.PeopleListed) _new.Add(new PlannedPerson(Name(details), details.Kind, place, About(details), []));
        Meet(place, details, identity);
        Note(place, details, identity);
    }

    public void Alters(string place, Person person, PersonDetails now, bool returns, Role? ends, Role? begins)
    {
        var list = returns ? _returning : _changed;
        if (list.Count >= limits.PeopleListed) return;
        var before = person.Details();
        List<PlannedChange> changes = [];
        Differ(changes, "Sort", before.Kind.ToString(), now.Kind.ToString());
        Differ(changes, "Given name", before.GivenName, now.GivenName);
        Differ(changes, "Family name", before.FamilyName, now.FamilyName);
        Differ(changes, "Known as", before.KnownAs, now.KnownAs);
        Differ(changes, "Year", before.YearGroup, now.YearGroup);
        Differ(changes, "Class", before.Class, now.Class);
        Differ(changes, "Born", Day(before.BornOn), Day(now.BornOn));
        Differ(changes, "E-mail", before.Email, now.Email);
        if (begins is { } role) changes.Add(new PlannedChange("Role", ends?.InWords(), role.InWords()));
        list.Add(new PlannedPerson(person.Name, now.Kind, place, About(now), changes));
    }

    public void Leaves(string place, Person person, bool isMarked, IReadOnlyList<string> roles)
    {
        if (_leaving.Count >= limits.PeopleListed) return;
        List<PlannedChange> changes = [new PlannedChange("Why", null, isMarked ? "marked as gone" : "not in the file")];
        changes.AddRange(roles.Select(role => new PlannedChange("Role", role, null)));
        _leaving.Add(new PlannedPerson(person.Name, person.Kind, place, About(person.Details()), changes));
    }

    private void Meet(string place, PersonDetails details, Guid identity)
    {
        var (other, because) = ByBirth(details) is { } birth && _byBirth.TryGetValue(birth, out var one) ? (one, "the same name and date of birth")
            : details.Email is { } email && _byEmail.TryGetValue(email, out one) ? (one, "the same e-mail address") : (null, "");
        // A pupil never is an adult, and families share an address.
        if (other is null || other.Identity == identity || (details.Kind is PersonKind.Pupil) != other.IsPupil) return;
        Twins++;
        if (_twins.Count < limits.PeopleListed) _twins.Add(new PlannedTwin(Name(details), place, other.Name, other.Place, because));
    }

    private void Note(string place, PersonDetails details, Guid identity)
    {
        var seen = new Seen(Name(details), place, identity, details.Kind is PersonKind.Pupil);
        if (ByBirth(details) is { } birth) _byBirth.TryAdd(birth, seen);
        if (details.Email is { } email) _byEmail.TryAdd(email, seen);
    }

    private static string? ByBirth(PersonDetails details) =>
        details.BornOn is { } born ? $"{Folding.Fold($"{details.GivenName} {details.FamilyName}")} {born:O}" : null;

    private static void Differ(List<PlannedChange> changes, string what, string? before, string? now)
    {
        if (before != now) changes.Add(new PlannedChange(what, before, now));
    }

    private static string Name(PersonDetails details) => $"{(string.IsNullOrEmpty(details.KnownAs) ? details.GivenName : details.KnownAs)} {details.FamilyName}".Trim();

    private static string? About(PersonDetails details) =>
        (details.YearGroup, details.Class) switch { (null, null) => null, (var year, null) => year, (null, var one) => one, var (year, one) => $"{year}, {one}" };

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private sealed record Seen(string Name, string Place, Guid Identity, bool IsPupil);
}
