using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Roster;

/// <summary>Single rows of orgs.csv and users.csv: taken into the draft, or refused with the reason.</summary>
internal static class RosterRows
{
    private const int IdLength = 255;

    public static void Organisation(RosterTable table, RosterDraft draft, RosterLimits limits)
    {
        if (draft.Organisations.Count >= limits.Organisations)
            throw new RosterUnreadable($"orgs.csv holds more than {limits.Organisations:N0} organisations.");
        if (Id(table) is not { } id || IsEnded(table) is not { } ended) return;
        var name = table.Text("name");
        if (!IsName(name, 200)) table.Refuse("The organisation has no name of at most 200 letters.");
        else if (!Kind(table.Text("type"), out var kind)) table.Refuse($"The type of organisation {Shown(table.Text("type"))} is not one of OneRoster 1.1.");
        else if (draft.Organisations.TryGetValue(id, out var other)) table.Refuse($"The id is that of line {other.Line} already.");
        else
        {
            draft.Organisations.Add(id, new DraftOrganisation(
                id, name, kind, table.TextOrNull("identifier"), table.TextOrNull("parentSourcedId"), ended, table.Line));
        }
    }

    /// <param name="roles">Who is what, in version 1.2; null where the row says it itself.</param>
    public static void Person(RosterTable table, RosterDraft draft, RosterLimits limits, RosterNotes notes, RosterRoles? roles)
    {
        if (draft.People.Count >= limits.People) throw new RosterUnreadable($"users.csv holds more than {limits.People:N0} people.");
        if (Id(table) is not { } id || IsEnded(table) is not { } ended) return;
        var (given, family, knownAs) = (table.Text("givenName"), table.Text("familyName"), table.TextOrNull("preferredFirstName") ?? table.TextOrNull("preferredGivenName"));
        if (Role(table, id, roles) is not { } role)
        {
            // Said already.
        }
        else if (!IsName(given, Model.Person.NameLength) || !IsName(family, Model.Person.NameLength) || !IsName(knownAs ?? "-", Model.Person.NameLength))
            table.Refuse("The person needs a given name and a family name of at most 100 letters each.");
        else if (draft.People.TryGetValue(id, out var other)) table.Refuse($"The id is that of line {other.Line} already.");
        else if (Organisations(table, draft, roles is null ? table.List("orgSourcedIds") : [.. roles.PlacesOf(id, table.TextOrNull("primaryOrgSourcedId"))]) is { } organisations)
        {
            if (table.Text("enabledUser").Equals("false", StringComparison.OrdinalIgnoreCase))
                notes.Tally("users.csv: people without an account in the other system (enabledUser is false) were taken all the same: {n}.");
            var person = new DraftPerson
            {
                SourceId = id,
                Role = role,
                GivenName = given,
                FamilyName = family,
                KnownAs = knownAs,
                Email = Email(table),
                YearGroup = role.Kind is PersonKind.Pupil ? YearGroup(table, notes) : null,
                Organisations = organisations,
                Agents = table.List("agentSourcedIds"),
                IsEnded = ended,
                Line = table.Line,
            };
            draft.People.Add(id, person);
            if (roles is not null) person.AsFamily.UnionWith(roles.FamilyPlacesOf(id));
        }
    }

    private static RosterRole? Role(RosterTable table, string id, RosterRoles? roles)
    {
        if (roles is not null)
        {
            var found = roles.Of(id);
            if (found is null) table.Refuse("Nothing in roles.csv says what the person is.");
            return found;
        }

        var word = table.Text("role");
        var role = RosterRole.Of(word);
        if (role is null) table.Refuse(word.Length == 0 ? "The person has no role." : $"The role {Shown(word)} is not one of OneRoster 1.1.");
        return role;
    }

    /// <summary>Whether the row says that its subject is gone; null when the row was refused because it says neither.</summary>
    public static bool? IsEnded(RosterTable table)
    {
        switch (table.Text("status").ToLowerInvariant())
        {
            case "" or "active":
                return false;
            case "tobedeleted" or "inactive":
                return true;
            case var other:
                table.Refuse($"The status {Shown(other)} is neither active nor tobedeleted.");
                return null;
        }
    }

    private static string? Id(RosterTable table)
    {
        var id = table.Text("sourcedId");
        if (IsName(id, IdLength)) return id;
        table.Refuse("The row has no sourcedId of at most 255 letters.");
        return null;
    }

    private static List<string>? Organisations(RosterTable table, RosterDraft draft, IEnumerable<string> says)
    {
        var named = says.Distinct(StringComparer.Ordinal).ToList();
        var known = named.Where(draft.Organisations.ContainsKey).ToList();
        if (named.Count == 0) table.Refuse("The person belongs to no organisation.");
        else if (known.Count == 0) table.Refuse("The person belongs to an organisation that was not taken from orgs.csv.");
        else if (known.Count < named.Count) table.Refuse("The person was taken, but one of the organisations named is not in orgs.csv.");
        return known.Count == 0 ? null : known;
    }

    public static string? Email(RosterTable table)
    {
        if (table.TextOrNull("email") is not { } email) return null;
        if (email.Length <= 254 && email.IndexOf('@', StringComparison.Ordinal) > 0 && !email.Contains(' ') && !email.Contains('\0')) return email;
        table.Refuse("The person was taken, but the email is not an email address and was left out.");
        return null;
    }

    private static string? YearGroup(RosterTable table, RosterNotes notes)
    {
        var grades = table.List("grades");
        if (grades.Length == 0) return null;
        var years = grades.Select(grade => (Grade: grade, Year: RosterYears.Of(grade))).ToList();
        foreach (var (grade, year) in years.Where(one => one.Year is null))
            notes.Tally($"users.csv: rows with the grade {Shown(grade)}, which is no year group: {{n}}. The grade was left out.");
        var known = string.Join(", ", years.Where(one => one.Year is not null).Select(one => one.Year).Distinct());
        return known.Length is 0 or > 100 ? null : known;
    }

    private static bool Kind(string type, out OrganisationKind? kind)
    {
        (var known, kind) = type.ToLowerInvariant() switch
        {
            "school" => (true, OrganisationKind.School),
            "district" => (true, OrganisationKind.Trust),
            "local" => (true, OrganisationKind.LocalAuthority),
            "department" or "state" or "national" => (true, (OrganisationKind?)null),
            _ => (false, null),
        };
        return known;
    }

    public static bool IsName(string text, int longest) => text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl);

    public static string Shown(string word) =>
        "“" + string.Concat((word.Length > 30 ? word[..30] + "…" : word).Where(letter => !char.IsControl(letter))).Replace("{", "", StringComparison.Ordinal) + "”";
}
