using System.Text;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Roster;

namespace Lifeguard.Tests.Organisation.Roster;

/// <summary>What real systems do to the standard, one deviation at a time.</summary>
public sealed class DeviationTests : IDisposable
{
    private readonly RosterExport _export = new();

    public void Dispose() => _export.Dispose();

    [Fact]
    public void Read_AsItShouldBe_TakesEverybodyAndSaysLittle()
    {
        var (draft, notes) = _export.Read();

        draft.People.Keys.ShouldBe(["p1", "p2", "a1", "g1"]);
        draft.People["p1"].YearGroup.ShouldBe("Year 7");
        draft.People["p2"].YearGroup.ShouldBe("Reception");
        draft.Relations.ShouldHaveSingleItem().Kind.ShouldBe(RelationKind.ParentOf);
        draft.Source.ShouldBe("Test system");
        notes.Refused.ShouldBeEmpty();
        notes.Notices.ShouldBe(["Grades were read as year groups in England and Wales: KG is Reception, 01 is Year 1."]);
    }

    [Fact]
    public void Read_ColumnsInAnotherOrderAndCapitals_FindsThemByName()
    {
        _export.With("users.csv", "FAMILYNAME,givenname,Role,orgsourcedids,SOURCEDID\nThorne,Amelia,Student,s1,p1");

        var (draft, notes) = _export.Read();

        draft.People["p1"].FamilyName.ShouldBe("Thorne");
        draft.People["p1"].Role.Kind.ShouldBe(PersonKind.Pupil);
        notes.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Read_MisspeltColumn_ReadsItAndSaysSo()
    {
        _export.With("users.csv", "sourcedId,orgSourcedId,role,givenName,familyName\np1,s1,student,Amelia,Thorne")
            .With("classes.csv", "sourcedId,title,termSourcedId\nc1,7 Ash,t1")
            .With("enrollments.csv", "classSourcedId,userSourcedId,role\nc1,p1,student");

        var (draft, notes) = _export.Read();

        draft.People.ShouldContainKey("p1");
        notes.Notices.ShouldContain("users.csv: the column orgSourcedId was read as orgSourcedIds.");
        notes.Notices.ShouldContain("classes.csv: the column termSourcedId was read as termSourcedIds.");
    }

    [Fact]
    public void Read_ExtraColumn_IgnoresItAndSaysSo()
    {
        _export.With("users.csv", "sourcedId,shoeSize,orgSourcedIds,role,givenName,familyName\np1,38,s1,student,Amelia,Thorne");

        var (draft, notes) = _export.Read();

        draft.People.ShouldContainKey("p1");
        notes.Notices.ShouldContain("users.csv: the column shoeSize is not part of OneRoster 1.1 and was ignored.");
    }

    [Theory]
    [InlineData("manifest.csv", "propertyName,value\npropertyName,value\noneroster.version,1.1", 2)]
    [InlineData("users.csv", "sourcedId,orgSourcedIds,role,givenName,familyName\np1,s1,student,A,B\nsourcedId,orgSourcedIds,role,givenName,familyName", 3)]
    public void Read_RepeatedHeader_IsPassedOver(string file, string text, int line)
    {
        _export.With(file, text);

        var (_, notes) = _export.Read();

        notes.Notices.ShouldContain($"{file}: line {line} repeats the header and was passed over.");
        notes.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheFirstColumn()
    {
        _export.With("orgs.csv", [0xEF, 0xBB, 0xBF, .. "sourcedId,name,type\ns1,Ashlea School,school"u8]);

        var (draft, _) = _export.Read();

        draft.Organisations.ShouldContainKey("s1");
    }

    [Fact]
    public void Read_Windows1252_IsReadAndSaid()
    {
        _export.With("users.csv", Encoding.Latin1.GetBytes("sourcedId,orgSourcedIds,role,givenName,familyName\np1,s1,student,Chloé,Brontë"));

        var (draft, notes) = _export.Read();

        draft.People["p1"].GivenName.ShouldBe("Chloé");
        notes.Notices.ShouldContain("users.csv is not UTF-8. It was read as Windows-1252 (Western European). Look at names with accents.");
    }

    [Fact]
    public void Read_Utf16_IsRead()
    {
        _export.With("users.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("sourcedId,orgSourcedIds,role,givenName,familyName\np1,s1,student,Łucja,Zając")]);

        var (draft, _) = _export.Read();

        draft.People["p1"].GivenName.ShouldBe("Łucja");
    }

    [Fact]
    public void Read_LineBreakInQuotes_IsASpaceAndLinesCountOn()
    {
        _export.With("users.csv", "sourcedId,orgSourcedIds,role,givenName,familyName\r\np1,s1,student,\"Anna\r\nMaria\",Thorne\r\np2,s1,wizard,Zoë,Dell\r\n");

        var (draft, notes) = _export.Read();

        draft.People["p1"].GivenName.ShouldBe("Anna Maria");
        notes.Refused.ShouldBe([new RefusedRow("users.csv", 4, "The role “wizard” is not one of OneRoster 1.1.")]);
    }

    [Theory]
    [InlineData("p1,active,s1,,Amelia,Thorne,,,,", "The person has no role.")]
    [InlineData("p1,asleep,s1,student,Amelia,Thorne,,,,", "The status “asleep” is neither active nor tobedeleted.")]
    [InlineData("p1,active,,student,Amelia,Thorne,,,,", "The person belongs to no organisation.")]
    [InlineData("p1,active,s9,student,Amelia,Thorne,,,,", "The person belongs to an organisation that was not taken from orgs.csv.")]
    [InlineData("p1,active,t1,student,Amelia,Thorne,,,,", "The pupil, parent or relative belongs to no school of the export.")]
    [InlineData("p1,active,s1,student,,Thorne,,,,", "The person needs a given name and a family name of at most 100 letters each.")]
    [InlineData(",active,s1,student,Amelia,Thorne,,,,", "The row has no sourcedId of at most 255 letters.")]
    [InlineData("p1,active,s1,student", "The row has 4 fields; the header has 10.")]
    [InlineData("p1,active,s1,student,Amelia,Thorne,,,,,extra", "The row has 11 fields; the header has 10.")]
    [InlineData("p1,active,s1,student,\"Amelia\"x,Thorne,,,,", "The quotation marks of the row do not fit together.")]
    public void Read_RowThatCannotBeUsed_IsRefusedWithItsLineAndTheOthersTaken(string row, string reason)
    {
        _export.WithUsers("a1,active,s1,teacher,Ruth,Okoro,,,,", row, "a2,active,s1,teacher,Tom,Reed,,,,");

        var (draft, notes) = _export.Read();

        notes.Refused.ShouldBe([new RefusedRow("users.csv", 3, reason)]);
        draft.People.Keys.ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public void Read_SameIdTwice_KeepsTheFirst()
    {
        _export.WithUsers("p1,active,s1,student,Amelia,Thorne,,,,", "p1,active,s1,student,Bella,Other,,,,");

        var (draft, notes) = _export.Read();

        draft.People["p1"].GivenName.ShouldBe("Amelia");
        notes.Refused.ShouldBe([new RefusedRow("users.csv", 3, "The id is that of line 2 already.")]);
    }

    [Fact]
    public void Read_TrailingCommas_AreNoFault()
    {
        _export.WithUsers("p1,active,s1,student,Amelia,Thorne,,,07,,,,");

        _export.Read().Notes.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Read_UnknownGradeAndEmail_TakesThePersonWithoutThem()
    {
        _export.WithUsers("p1,active,s1,student,Amelia,Thorne,,not an address,XX,");

        var (draft, notes) = _export.Read();

        draft.People["p1"].YearGroup.ShouldBeNull();
        draft.People["p1"].Email.ShouldBeNull();
        notes.Refused.ShouldHaveSingleItem().Reason.ShouldBe("The person was taken, but the email is not an email address and was left out.");
        notes.Notices.ShouldContain("users.csv: rows with the grade “XX”, which is no year group: 1. The grade was left out.");
    }

    [Theory]
    [InlineData("student", PersonKind.Pupil, null)]
    [InlineData("teacher", PersonKind.Staff, Role.Teacher)]
    [InlineData("aide", PersonKind.Staff, Role.SupportStaff)]
    [InlineData("administrator", PersonKind.Staff, Role.SupportStaff)]
    [InlineData("guardian", PersonKind.Parent, null)]
    [InlineData("parent", PersonKind.Parent, null)]
    [InlineData("relative", PersonKind.Other, null)]
    public void Of_RoleOfAnExport_GivesNoMoreThanOrdinaryStaff(string word, PersonKind kind, Role? role)
    {
        var read = RosterRole.Of(word).ShouldNotBeNull();

        read.Kind.ShouldBe(kind);
        read.Role.ShouldBe(role);
    }

    [Fact]
    public void Read_AgentNotInTheFile_LeavesTheLinkOutAndSaysWhere()
    {
        _export.WithUsers("p1,active,s1,student,Amelia,Thorne,g9,,,");

        var (draft, notes) = _export.Read();

        draft.People.ShouldContainKey("p1");
        draft.Relations.ShouldBeEmpty();
        notes.Refused.ShouldBe([new RefusedRow("users.csv", 2, "The person was taken, but a parent or relative named in agentSourcedIds was not taken from users.csv.")]);
    }

    [Fact]
    public void Read_TeacherNamedAsAgent_BecomesARelativeAndStaysStaffElsewhere()
    {
        _export.With("orgs.csv", "sourcedId,name,type\ns1,Ashlea School,school\ns2,Birchlea School,school")
            .WithUsers("p1,active,s2,student,Amelia,Thorne,a1,,,", "a1,active,s1,teacher,Ruth,Thorne,,,,");

        var (draft, _) = _export.Read();

        draft.Relations.ShouldHaveSingleItem().Kind.ShouldBe(RelationKind.RelativeOf);
        draft.People["a1"].Organisations.ShouldBe(["s1", "s2"]);
        draft.People["a1"].AsFamily.ShouldBe(["s2"]);
    }

    [Fact]
    public void Read_SubjectClassesAndRegistration_KeepsTheRegistrationClass()
    {
        _export.With("classes.csv", "sourcedId,title,classType\nc1,Maths 3,scheduled\nc2,7 Ash,homeroom\nc3,Art 1,scheduled")
            .With("enrollments.csv", "classSourcedId,userSourcedId,role,endDate\nc1,p1,student,\nc2,p1,student,\nc1,p2,student,\nc3,p2,student,\nc2,p2,student,2026-07-01\nc2,a1,teacher,");

        var (draft, _) = _export.Read();

        draft.People["p1"].ClassSeen.Title.ShouldBe("7 Ash");
        draft.People["p2"].ClassSeen.Title.ShouldBeNull();
        draft.People["a1"].ClassSeen.Title.ShouldBeNull();
    }

    [Fact]
    public void Read_DatesOfBirth_AreKeptForPupilsOnly()
    {
        _export.With("demographics.csv", "sourcedId,birthDate\np1,2015-03-04\na1,1980-01-01\np2,04/03/2015");

        var (draft, notes) = _export.Read();

        draft.People["p1"].BornOn.ShouldBe(new DateOnly(2015, 3, 4));
        draft.People["a1"].BornOn.ShouldBeNull();
        notes.Refused.ShouldBe([new RefusedRow("demographics.csv", 4, "The date of birth is not a day in the past, written year-month-day. It was left out.")]);
    }
}
