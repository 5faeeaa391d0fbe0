using System.Text;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Roster;
using Lifeguard.Organisation.Roster.Plain;

namespace Lifeguard.Tests.Organisation.Roster;

/// <summary>One CSV file of pupils, staff or parents, with what school systems do to it, one deviation at a time.</summary>
public sealed class PlainFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-plain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Pupils_HeadersAsSchoolSystemsWriteThem_AreUnderstood()
    {
        var (draft, notes) = Read(RosterForm.Pupils,
            "Reg group,Year,Legal surname,Forename,Preferred forename,UPN,Date of birth,Email\n7 Ash,7,Thorne,Amelia,Millie,a123,2015-03-04,amelia@school.example.org");

        var pupil = draft.People["pupil:A123"];
        (pupil.GivenName, pupil.FamilyName, pupil.KnownAs, pupil.YearGroup, pupil.ClassSeen.Title, pupil.BornOn, pupil.Email)
            .ShouldBe(("Amelia", "Thorne", "Millie", "Year 7", "7 Ash", new DateOnly(2015, 3, 4), "amelia@school.example.org"));
        notes.Refused.ShouldBeEmpty();
        notes.Notices.ShouldBeEmpty();
        draft.IsWholeFor.ShouldBe([PersonKind.Pupil]);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Pupils_OtherSeparators_AreSeen(string separator)
    {
        var (draft, _) = Read(RosterForm.Pupils, "UPN,Forename,Surname,\"Year, as of today\"\nA1,Amelia,Thorne,7".Replace(",", separator, StringComparison.Ordinal).Replace($"Year{separator} as", "Year, as", StringComparison.Ordinal));

        draft.People["pupil:A1"].FamilyName.ShouldBe("Thorne");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pupils_Utf8_WithOrWithoutAMark(bool mark)
    {
        var (draft, notes) = Read(RosterForm.Pupils, [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes("UPN,Forename,Surname\nA1,Zoë,O’Dell")]);

        draft.People["pupil:A1"].GivenName.ShouldBe("Zoë");
        notes.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Pupils_Windows1252_IsReadAndSaid()
    {
        var (draft, notes) = Read(RosterForm.Pupils, Encoding.Latin1.GetBytes("UPN,Forename,Surname\nA1,Zoë,Brontë"));

        draft.People["pupil:A1"].FamilyName.ShouldBe("Brontë");
        notes.Notices.ShouldBe(["people.csv is not UTF-8. It was read as Windows-1252 (Western European). Look at names with accents."]);
    }

    [Fact]
    public void Pupils_MisspeltNeededColumn_IsNamedAndNotGuessed()
    {
        Should.Throw<RosterUnreadable>(() => Read(RosterForm.Pupils, "UPN,Forename,Surnmae\nA1,Amelia,Thorne")).Message
            .ShouldBe("people.csv has no column for the family name (Legal surname, Surname, Legal last name). The column Surnmae is not known: did you mean Surname?");
    }

    [Fact]
    public void Pupils_MisspeltOtherColumn_IsSaidWithWhatItMayMean()
    {
        var (draft, notes) = Read(RosterForm.Pupils, "UPN,Forename,Surname,Date of brith,Shoe size\nA1,Amelia,Thorne,2015-03-04,38");

        draft.People["pupil:A1"].BornOn.ShouldBeNull();
        notes.Notices.ShouldBe(
        [
            "people.csv: the column Date of brith is not understood and was ignored. Did you mean Date of birth?",
            "people.csv: the column Shoe size is not understood and was ignored.",
        ]);
    }

    [Fact]
    public void Pupils_PasswordsAndWhatTheLawProtects_AreNotReadAndSaid()
    {
        var (_, notes) = Read(RosterForm.Pupils, "UPN,Forename,Surname,Password,Ethnicity\nA1,Amelia,Thorne,secret,ABC");

        notes.Notices.ShouldBe(
        [
            "people.csv: the column Password was not read: passwords are never read.",
            "people.csv: the column Ethnicity was not read: specially protected by law and not needed here.",
        ]);
    }

    [Fact]
    public void Pupils_TwoColumnsThatSayTheSame_TheBetterIsReadAndSaid()
    {
        var (draft, notes) = Read(RosterForm.Pupils, "UPN,Forename,Surname,Legal surname\nA1,Amelia,Thorn,Thorne");

        draft.People["pupil:A1"].FamilyName.ShouldBe("Thorne");
        notes.Notices.ShouldBe(["people.csv: Legal surname was read, and not Surname, which says the same."]);
    }

    [Fact]
    public void Pupils_SameColumnTwice_IsRefused()
    {
        Should.Throw<RosterUnreadable>(() => Read(RosterForm.Pupils, "UPN,Forename,Surname,surname\nA1,Amelia,Thorne,Reed")).Message.ShouldBe("people.csv has the column surname twice.");
    }

    [Fact]
    public void Pupils_NoColumnToTellThemApart_IsRefused()
    {
        Should.Throw<RosterUnreadable>(() => Read(RosterForm.Pupils, "Forename,Surname,UPM\nAmelia,Thorne,A1")).Message
            .ShouldBe("people.csv has no column that tells pupils apart: UPN or Admission number. The column UPM is not known: did you mean UPN?");
    }

    [Fact]
    public void Pupils_RepeatedHeaderAndRowsThatCannotBeUsed_AreSaidWithTheirLines()
    {
        var (draft, notes) = Read(RosterForm.Pupils, "UPN,Forename,Surname\nA1,Amelia,Thorne\nUPN,Forename,Surname\n,Ben,Reed\nA3,,Reed\nA1,Bella,Other\nA4,Zoë");

        draft.People.Keys.ShouldBe(["pupil:A1"]);
        notes.Notices.ShouldBe(["people.csv: line 3 repeats the header and was passed over."]);
        notes.Refused.ShouldBe(
        [
            new RefusedRow("people.csv", 4, "The pupil has neither a UPN nor an admission number."),
            new RefusedRow("people.csv", 5, "The person needs a given name and a family name of at most 100 letters each."),
            new RefusedRow("people.csv", 6, "The id is that of line 2 already."),
            new RefusedRow("people.csv", 7, "The row has 2 fields; the header has 3."),
        ]);
    }

    [Theory]
    [InlineData("2011-09-01", "2011-09-01")]
    [InlineData("13/09/2011", "2011-09-13")]
    [InlineData("09/13/2011", "2011-09-13")]
    [InlineData("1 Sep 2011", "2011-09-01")]
    [InlineData("1 September 2011", "2011-09-01")]
    [InlineData("01-Sep-2011", "2011-09-01")]
    [InlineData("2011-09-01T00:00:00", "2011-09-01")]
    [InlineData("05/05/2011", "2011-05-05")]
    public void Dates_ThatReadOneWay_AreRead(string text, string day)
    {
        var dates = new PlainDates();
        dates.Note(text);

        dates.Read(text, out _).ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("13/01/2011", 9)] // the day comes first
    [InlineData("01/13/2011", 1)] // the month comes first
    public void Dates_ThatReadTwoWays_AreDecidedByTheFileAsAWhole(string other, int month)
    {
        var (draft, notes) = Read(RosterForm.Pupils, $"UPN,Forename,Surname,DOB\nA1,Amelia,Thorne,01/09/2011\nA2,Ben,Reed,{other}");

        draft.People["pupil:A1"].BornOn.ShouldBe(month == 9 ? new DateOnly(2011, 9, 1) : new DateOnly(2011, 1, 9));
        notes.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Dates_ThatNothingDecides_AreLeftOutAndSaid()
    {
        var (draft, notes) = Read(RosterForm.Pupils, "UPN,Forename,Surname,DOB\nA1,Amelia,Thorne,01/09/2011");

        draft.People["pupil:A1"].BornOn.ShouldBeNull();
        notes.Refused.ShouldBe([new RefusedRow("people.csv", 2,
            "The person was taken, but: The date “01/09/2011” was left out: nothing in the file says whether the day or the month comes first. Write 2011-09-01.")]);
    }

    [Fact]
    public void Dates_ThatContradictEachOther_AreNotGuessed()
    {
        var (draft, notes) = Read(RosterForm.Pupils, "UPN,Forename,Surname,DOB\nA1,Amelia,Thorne,01/09/2011\nA2,Ben,Reed,13/01/2011\nA3,Tom,Ellery,01/14/2011");

        (draft.People["pupil:A1"].BornOn, draft.People["pupil:A2"].BornOn, draft.People["pupil:A3"].BornOn).ShouldBe((null, new DateOnly(2011, 1, 13), new DateOnly(2011, 1, 14)));
        notes.Refused.ShouldHaveSingleItem().Reason.ShouldContain("some dates of the file put the day first and some the month");
    }

    [Fact]
    public void Staff_RolesInWords_GiveNoMoreThanTeacherOrSupportStaff()
    {
        var (draft, notes) = Read(RosterForm.Staff, "Staff code;Forename;Surname;Job title;Work email\nRO;Ruth;Okoro;Teacher;ruth@school.example.org\nTR;Tom;Reed;Headteacher;\nIB;Idris;Blakemore;TA;");

        draft.People.Values.Select(one => one.Role.Role).ShouldBe([Role.Teacher, Role.SupportStaff, Role.SupportStaff]);
        notes.Notices.ShouldBe(["people.csv: the role “Headteacher” gives no role here: 1. They were taken as support staff; give roles here by hand."]);
        draft.IsWholeFor.ShouldBe([PersonKind.Staff]);
    }

    [Fact]
    public void Parents_OneRowForEachChild_AreOnePersonWithTiesToThem()
    {
        var (draft, notes) = Read(RosterForm.Parents,
            "Pupil UPN,Relationship,Contact ID,First name,Last name,Email\nA1,Mother,9,Marta,Thorne,marta@family.example.org\nA2,Mother,9,Marta,Thorne,marta@family.example.org\nA1,Aunt,10,Joan,Bell,");

        draft.People.Keys.ShouldBe(["parent:9", "parent:10"]);
        draft.People["parent:10"].Role.Relation.ShouldBe(RelationKind.RelativeOf);
        draft.Ties.Select(tie => tie.OtherId).ShouldBe(["pupil:A1", "pupil:A2", "pupil:A1"]);
        notes.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void File_WithNobodyInIt_IsRefused()
    {
        Should.Throw<RosterUnreadable>(() => Read(RosterForm.Pupils, "UPN,Forename,Surname\n")).Message.ShouldBe("people.csv holds nobody who could be taken in. There is no row below the header.");
    }

    private (RosterDraft Draft, RosterNotes Notes) Read(RosterForm form, string text) => Read(form, Encoding.UTF8.GetBytes(text));

    private (RosterDraft Draft, RosterNotes Notes) Read(RosterForm form, byte[] bytes)
    {
        var path = Path.Combine(_folder, "upload");
        File.WriteAllBytes(path, bytes);
        var limits = RosterLimits.Usual;
        var notes = new RosterNotes(limits);
        using var files = RosterFiles.OpenOne(path, "people.csv", limits);
        return (new PlainReader(files, "people.csv", form, limits, notes, new DateOnly(2026, 11, 20), null, TestContext.Current.CancellationToken).Read(), notes);
    }
}
