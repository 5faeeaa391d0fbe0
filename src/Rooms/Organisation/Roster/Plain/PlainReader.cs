using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Roster.Plain;

/// <summary>Reads one CSV file of pupils, staff or parents of one school into a draft.</summary>
internal sealed class PlainReader(
    RosterFiles files, string file, RosterForm form, RosterLimits limits, RosterNotes notes, DateOnly today, IProgress<RosterProgress>? progress, CancellationToken stop)
{
    // The one school: the file does not name it, the person who chooses the file does.
    public const string School = "the school of the file";
    private const int ProgressEvery = 10_000;

    private readonly RosterDraft _draft = new() { PeopleFile = file };
    private readonly PlainDates _dates = new();
    private readonly List<(DraftPerson Person, string Text, long Line)> _births = [];

    public RosterDraft Read()
    {
        _draft.HoldsChangesOnly();
        _draft.IsWholeFor.UnionWith(form switch
        {
            RosterForm.Pupils => [PersonKind.Pupil],
            RosterForm.Staff => [PersonKind.Staff],
            _ => (PersonKind[])[PersonKind.Parent, PersonKind.Other],
        });
        using (var table = RosterTable.Open(files, file, PlainColumns.Of(form), limits, notes, stop))
        {
            Demand(table);
            for (var rows = 1L; table.Read(); rows++)
            {
                if (_draft.People.Count >= limits.People) throw new RosterUnreadable($"{file} holds more than {limits.People:N0} people.");
                Take(table);
                if (rows % ProgressEvery != 0) continue;
                stop.ThrowIfCancellationRequested();
                progress?.Report(new RosterProgress("People", rows));
            }
        }

        foreach (var (person, text, line) in _births) Birth(person, text, line);
        if (_draft.People.Count == 0) throw new RosterUnreadable($"{file} holds nobody who could be taken in. {FirstReason()}");
        return _draft;
    }

    private void Demand(RosterTable table)
    {
        if (form is RosterForm.Pupils or RosterForm.Parents && !table.Has("upn") && !table.Has("admission"))
            throw new RosterUnreadable($"{file} has no column that tells pupils apart: UPN or Admission number.{table.NearMisses("upn", "admission")}");
        if (form is RosterForm.Staff && !table.Has("id") && !table.Has("email"))
            throw new RosterUnreadable($"{file} has no column that tells staff apart: Staff code or Work email.{table.NearMisses("id", "email")}");
        if (form is RosterForm.Staff && !table.Has("id")) notes.Notice($"{file}: staff are told apart by their e-mail address, for want of a staff code.");
        if (form is RosterForm.Staff && !table.Has("role")) notes.Notice($"{file} has no column for the role. Everybody was taken as support staff; change roles here by hand.");
        if (form is RosterForm.Parents && !table.Has("id")) notes.Notice($"{file} has no column with an id of the parent. Parents are told apart by name and e-mail address.");
        if (form is RosterForm.Parents && !table.Has("relation")) notes.Notice($"{file} has no column for the relationship. Everybody was taken as a parent.");
    }

    private void Take(RosterTable table)
    {
        var (given, family, knownAs) = (table.Text("given"), table.Text("family"), table.TextOrNull("knownAs"));
        if (!RosterRows.IsName(given, Person.NameLength) || !RosterRows.IsName(family, Person.NameLength) || !RosterRows.IsName(knownAs ?? "-", Person.NameLength))
            table.Refuse("The person needs a given name and a family name of at most 100 letters each.");
        else if (Id(table, given, family) is not { Length: <= 255 } id) table.Refuse(form switch
        {
            RosterForm.Pupils => "The pupil has neither a UPN nor an admission number.",
            RosterForm.Staff => "The member of staff has neither a staff code nor an e-mail address.",
            _ => "The row does not say whose parent this is.",
        });
        else if (_draft.People.TryGetValue(id, out var other) && form is not RosterForm.Parents) table.Refuse($"The id is that of line {other.Line} already.");
        else
        {
            var person = other ?? Made(table, id, given, family, knownAs);
            if (other is null) _draft.People.Add(id, person);
            if (form is RosterForm.Parents) _draft.Ties.Add(new DraftTie(person, Child(table)!));
        }
    }

    private DraftPerson Made(RosterTable table, string id, string given, string family, string? knownAs)
    {
        var person = new DraftPerson
        {
            SourceId = id,
            Role = Role(table),
            GivenName = given,
            FamilyName = family,
            KnownAs = knownAs,
            Email = RosterRows.Email(table),
            YearGroup = Year(table),
            SaysYears = table.Has("year"),
            Organisations = [School],
            Agents = [],
            IsEnded = false,
            Line = table.Line,
        };
        if (table.TextOrNull("class") is { Length: <= 100 } one) person.ClassSeen.Add(one, isRegistration: true);
        if (table.TextOrNull("born") is { } born)
        {
            _dates.Note(born);
            _births.Add((person, born, table.Line));
        }

        return person;
    }

    private string? Id(RosterTable table, string given, string family) => form switch
    {
        RosterForm.Pupils => Child(table),
        RosterForm.Staff => (table.TextOrNull("id") ?? table.TextOrNull("email")?.ToLowerInvariant()) is { } staff ? "staff:" + staff : null,
        _ when Child(table) is null => null,
        _ => "parent:" + (table.TextOrNull("id") ?? $"{Folding.Fold($"{given} {family}")} {table.TextOrNull("email")?.ToLowerInvariant() ?? Child(table)}"),
    };

    private static string? Child(RosterTable table) => (table.TextOrNull("upn")?.ToUpperInvariant() ?? table.TextOrNull("admission")) is { } id ? "pupil:" + id : null;

    private RosterRole Role(RosterTable table) => form switch
    {
        RosterForm.Pupils => RosterRole.Of("student")!,
        RosterForm.Staff => StaffRole(table.Text("role")),
        _ => table.Text("relation").ToUpperInvariant() is "" or "MOTHER" or "FATHER" or "PARENT" or "STEP-MOTHER" or "STEP-FATHER" or "STEPMOTHER" or "STEPFATHER"
            or "STEP PARENT" or "STEPPARENT" or "CARER" or "GUARDIAN" or "PARENT/CARER" or "FOSTER PARENT" or "FOSTER CARER" or "LEGAL GUARDIAN" or "ADOPTIVE PARENT" or "MUM" or "DAD"
            ? RosterRole.Of("parent")! : RosterRole.Of("relative")!,
    };

    private RosterRole StaffRole(string word)
    {
        var plain = word.ToUpperInvariant();
        if (plain is "TEACHER" or "CLASS TEACHER" or "TEACHING STAFF" or "CLASSROOM TEACHER" or "TEACHING") return RosterRole.Of("teacher")!;
        if (plain.Length > 0 && plain is not ("SUPPORT STAFF" or "SUPPORT" or "TEACHING ASSISTANT" or "TA" or "LSA" or "NON-TEACHING" or "NON TEACHING"))
            notes.Tally($"{file}: the role {RosterRows.Shown(word)} gives no role here: {{n}}. They were taken as support staff; give roles here by hand.");
        return RosterRole.Of("aide")!;
    }

    private string? Year(RosterTable table)
    {
        if (table.TextOrNull("year") is not { } text) return null;
        if (RosterYears.Of(text) is { } year) return year;
        notes.Tally($"{file}: rows with the year {RosterRows.Shown(text)}, which is no year group: {{n}}. It was left out.");
        return null;
    }

    private void Birth(DraftPerson person, string text, long line)
    {
        if (_dates.Read(text, out var fault) is not { } born) notes.Refuse(file, line, "The person was taken, but: " + fault);
        else if (born > today || born.Year <= 1900) notes.Refuse(file, line, "The person was taken, but the date of birth is not in the past. It was left out.");
        else person.BornOn = born;
    }

    private string FirstReason() => notes.Refused.Count > 0 ? $"Line {notes.Refused[0].Line}: {notes.Refused[0].Reason}" : "There is no row below the header.";
}
