using System.Globalization;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>
/// Reads an export into a draft. Files are read one after the other and row by row; what is kept grows with the people,
/// never with the enrolments.
/// </summary>
internal sealed class RosterReader(
    RosterFiles files, RosterLimits limits, RosterNotes notes, DateOnly today, IProgress<RosterProgress>? progress, CancellationToken stop)
{
    private const int ProgressEvery = 10_000;

    private readonly RosterDraft _draft = new();
    private readonly Dictionary<string, (string Title, bool IsRegistration)> _classes = new(StringComparer.Ordinal);

    /// <summary>Organisations here that a file of changes may leave out.</summary>
    public IReadOnlyList<DraftOrganisation> Known { get; init; } = [];

    public RosterDraft Read()
    {
        var manifest = new RosterManifest(_draft, files, notes);
        if (files.Has("manifest.csv")) manifest.Read(Open("manifest.csv"));
        else notes.Notice("The export has no manifest.csv. It was read as OneRoster 1.1 that names everybody.");
        if (manifest.HoldsChangesOnly("users.csv")) _draft.HoldsChangesOnly();
        var leavesOutPlaces = manifest.HoldsChangesOnly("users.csv") || manifest.HoldsChangesOnly("orgs.csv");
        foreach (var needed in (string[])["orgs.csv", "users.csv"])
        {
            if (!files.Has(needed) && (needed != "orgs.csv" || !leavesOutPlaces)) throw new RosterUnreadable($"The export has no {needed}. Without it there is nobody to take in.");
        }

        if (files.Has("orgs.csv")) EachRow("orgs.csv", "Organisations", table => RosterRows.Organisation(table, _draft, limits));
        if (leavesOutPlaces)
        {
            foreach (var one in Known) _draft.Organisations.TryAdd(one.SourceId, one);
        }

        var roles = new RosterRoles(notes, today);
        if (manifest.Version is RosterVersion.OneTwo)
        {
            if (!files.Has("roles.csv")) throw new RosterUnreadable("The export has no roles.csv. In OneRoster 1.2 it says who is a pupil and who is staff.");
            EachRow("roles.csv", "Roles", roles.Take);
            if (files.Has("userprofiles.csv")) notes.Notice("userProfiles.csv was not read: it holds user names and passwords.");
            EachRow("users.csv", "People", table => RosterRows.Person(table, _draft, limits, notes, roles), RosterColumns.UsersOfOneTwo);
        }
        else EachRow("users.csv", "People", table => RosterRows.Person(table, _draft, limits, notes, null));

        if (_draft.People.Values.Any(person => person.YearGroup is not null))
            notes.Notice("Grades were read as year groups in England and Wales: KG is Reception, 01 is Year 1.");
        if (files.Has("classes.csv") && files.Has("enrollments.csv"))
        {
            EachRow("classes.csv", "Classes", Class);
            EachRow("enrollments.csv", "Enrolments", Enrolment);
        }

        if (files.Has("demographics.csv")) EachRow("demographics.csv", "Dates of birth", Birth);
        new RosterLinks(_draft, notes).Settle();
        return _draft;
    }

    private RosterTable Open(string file) => RosterTable.Open(files, file, RosterColumns.Of[file], limits, notes, stop);

    private void EachRow(string file, string doing, Action<RosterTable> take, RosterColumns.Shape? shape = null)
    {
        using var table = shape is null ? Open(file) : RosterTable.Open(files, file, shape, limits, notes, stop);
        var rows = 0L;
        while (table.Read())
        {
            take(table);
            if (++rows % ProgressEvery != 0) continue;
            stop.ThrowIfCancellationRequested();
            progress?.Report(new RosterProgress(doing, rows));
        }

        progress?.Report(new RosterProgress(doing, rows));
    }

    private void Class(RosterTable table)
    {
        if (RosterRows.IsEnded(table) is not false) return;
        if (_classes.Count >= limits.Classes) throw new RosterUnreadable($"classes.csv holds more than {limits.Classes:N0} classes.");
        var title = table.TextOrNull("title") ?? table.TextOrNull("classCode");
        if (title is null || title.Length > 100 || title.Contains('\0')) table.Refuse("The class has no title of at most 100 letters.");
        else _classes[table.Text("sourcedId")] = (title, table.Text("classType").Equals("homeroom", StringComparison.OrdinalIgnoreCase));
        _draft.Classes = _classes.Count;
    }

    private void Enrolment(RosterTable table)
    {
        if (!table.Text("role").Equals("student", StringComparison.OrdinalIgnoreCase) || RosterRows.IsEnded(table) is not false) return;
        if (Date(table.Text("endDate")) < today) return;
        if (!_draft.People.TryGetValue(table.Text("userSourcedId"), out var pupil))
            table.Refuse("Nobody taken from users.csv has the id of this enrolment.");
        else if (!_classes.TryGetValue(table.Text("classSourcedId"), out var one))
            table.Refuse("No class taken from classes.csv has the id of this enrolment.");
        else if (!pupil.ClassSeen.Add(one.Title, one.IsRegistration))
            notes.Tally("enrollments.csv: enrolments in a second registration class of the same pupil: {n}. The first class was kept.");
    }

    private void Birth(RosterTable table)
    {
        if (!_draft.People.TryGetValue(table.Text("sourcedId"), out var person) || table.TextOrNull("birthDate") is not { } text) return;
        // Dates of birth are kept for pupils alone: nothing here needs those of adults.
        if (person.Role.Kind is not PersonKind.Pupil) return;
        if (Date(text) is { } born && born <= today && born.Year > 1900) person.BornOn = born;
        else table.Refuse("The date of birth is not a day in the past, written year-month-day. It was left out.");
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
