using System.Globalization;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>roles.csv of version 1.2: who is what, and where. A person is one sort here: staff before pupil before family.</summary>
internal sealed class RosterRoles(RosterNotes notes, DateOnly today)
{
    private readonly Dictionary<string, List<Line>> _lines = new(StringComparer.Ordinal);

    public void Take(RosterTable table)
    {
        if (RosterRows.IsEnded(table) is not false || Day(table.Text("endDate")) < today) return;
        var (user, word, place) = (table.Text("userSourcedId"), table.Text("role"), table.Text("orgSourcedId"));
        if (user.Length == 0 || place.Length == 0) table.Refuse("The row names no person or no organisation.");
        else if (RosterRole.Of(word) is not { } role) table.Refuse($"The role {RosterRows.Shown(word)} is not one of OneRoster 1.2.");
        else
        {
            if (!_lines.TryGetValue(user, out var lines)) _lines.Add(user, lines = []);
            lines.Add(new Line(role, place, table.Text("roleType").Equals("primary", StringComparison.OrdinalIgnoreCase)));
        }
    }

    public RosterRole? Of(string user)
    {
        if (!_lines.TryGetValue(user, out var lines)) return null;
        if (lines.Exists(one => one.Role.Kind is PersonKind.Pupil) && lines.Exists(one => one.Role.Kind is not PersonKind.Pupil))
            notes.Tally("roles.csv: people who are pupils and something else too: {n}. They were taken as staff, or else as pupils.");
        return lines.OrderBy(one => one.Role.Kind is PersonKind.Staff ? 0 : one.Role.Kind is PersonKind.Pupil ? 1 : 2).ThenByDescending(one => one.IsPrimary).First().Role;
    }

    /// <summary>Where the person is anything, the primary organisation first.</summary>
    public IEnumerable<string> PlacesOf(string user, string? primary)
    {
        var places = _lines.GetValueOrDefault(user) is { } lines ? lines.OrderByDescending(one => one.IsPrimary).Select(one => one.Place).Distinct(StringComparer.Ordinal).ToList() : [];
        return places.OrderByDescending(one => one == primary);
    }

    /// <summary>Where a member of staff is there for a child alone.</summary>
    public IEnumerable<string> FamilyPlacesOf(string user) =>
        _lines.GetValueOrDefault(user) is { } lines && lines.Exists(one => one.Role.Kind is PersonKind.Staff)
            ? lines.GroupBy(one => one.Place).Where(place => place.All(one => one.Role.Relation is not null)).Select(place => place.Key) : [];

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record Line(RosterRole Role, string Place, bool IsPrimary);
}
