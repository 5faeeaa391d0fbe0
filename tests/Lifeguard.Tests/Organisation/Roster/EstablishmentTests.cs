using System.Text;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Roster;
using Lifeguard.Organisation.Roster.Establishments;

namespace Lifeguard.Tests.Organisation.Roster;

/// <summary>The national register's file of establishments, with what it does, one deviation at a time.</summary>
public sealed class EstablishmentTests : IDisposable
{
    private const string Header = "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,Street,Locality,Address3,Town,County (name),Postcode,SchoolWebsite,TelephoneNum,HeadTitle (name),HeadFirstName,HeadLastName,NumberOfPupils";
    private const string Ashlea = "100001,800,Brackenshire,Ashlea School,Academy converter,Open,Secondary,11,18,Mill Bank,,,Thornbeck,Brackenshire,TB1 2CD,www.ashlea.example.org,1632960320,Mrs,Vera,Holm,480";

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-register-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Row_IsReadByTheNamesOfItsColumns()
    {
        var (row, notes) = Find(Header + "\n" + Ashlea);

        (row.Urn, row.Name, row.Authority, row.Type, row.Phase, row.LowestAge, row.HighestAge).ShouldBe(("100001", "Ashlea School", "Brackenshire", "Academy converter", "Secondary", 11, 18));
        row.Address.ShouldBe("Mill Bank, Thornbeck, Brackenshire, TB1 2CD");
        row.Website.ShouldBe("https://www.ashlea.example.org");
        row.Telephone.ShouldBe("01632960320");
        row.Head.ShouldBe("Mrs Vera Holm");
        notes.Refused.ShouldBeEmpty();
        notes.Notices.ShouldBe(
        [
            "schools.csv: columns that are not needed here: 2. They were not read.",
            "schools.csv: telephone numbers without the 0 at the beginning: 1. It was put there.",
        ]);
    }

    [Fact]
    public void Windows1252_IsReadAndSaid()
    {
        var (row, notes) = Find(Encoding.Latin1.GetBytes(Header + "\n" + Ashlea.Replace("Mill Bank", "Rhôs Bank", StringComparison.Ordinal)));

        row.Address.ShouldStartWith("Rhôs Bank");
        notes.Notices.ShouldContain("schools.csv is not UTF-8. It was read as Windows-1252 (Western European). Look at names with accents.");
    }

    [Fact]
    public void ColumnsInAnotherOrder_AndFewer_AreEnough()
    {
        var (row, _) = Find("EstablishmentName,Postcode,URN,Town\nAshlea School,TB1 2CD,100001,Thornbeck");

        (row.Urn, row.Address, row.Telephone, row.LowestAge).ShouldBe(("100001", "Thornbeck, TB1 2CD", null, null));
        Find("EstablishmentName,Postcode,URN\nAshlea School,TB1 2CD,100001").Row.Address.ShouldBeNull();
    }

    [Fact]
    public void MisspeltColumn_IsNamedAndNotGuessed()
    {
        Should.Throw<RosterUnreadable>(() => Find("URN,EstablishmentNam\n100001,Ashlea School")).Message
            .ShouldBe("schools.csv has no column EstablishmentName. The column EstablishmentNam is not known: did you mean EstablishmentName?");
    }

    [Theory]
    [InlineData("SchoolWebsite", "ftp://ashlea.example.org", "the website is no web address")]
    [InlineData("SchoolWebsite", "javascript:alert(1)", "the website is no web address")]
    [InlineData("SchoolWebsite", "https://ashlea.example.org@harm.example", "the website is no web address")]
    [InlineData("TelephoneNum", "ring the office", "the telephone number is none")]
    [InlineData("StatutoryLowAge", "eleven", "an age is no number")]
    public void WhatCannotBeRight_IsLeftOutWithItsLine(string column, string value, string reason)
    {
        var cells = Ashlea.Split(',');
        cells[Array.IndexOf(Header.Split(','), column)] = value;

        var (_, notes) = Find(Header + "\n" + string.Join(',', cells));

        notes.Refused.ShouldHaveSingleItem().ShouldBe(new("schools.csv", 2, $"The school was read, but {reason}. It was left out."));
    }

    [Fact]
    public void OfMany_TheOneOfThatNumberOrNameIsFound()
    {
        var text = $"{Header}\n{Ashlea}\n{Ashlea.Replace("100001", "100002", StringComparison.Ordinal).Replace("Ashlea School", "Birchlea School", StringComparison.Ordinal)}";

        Find(text).Row.Urn.ShouldBe("100001");
        Find(text, wanted: "100002").Row.Name.ShouldBe("Birchlea School");
        Find(text, wanted: "birchlea  school").Row.Urn.ShouldBe("100002");
        Find(text, known: new SchoolDetails("Some Other Name") { Urn = "100002" }).Row.Name.ShouldBe("Birchlea School");
    }

    [Fact]
    public void WhatCannotBeToldApart_IsRefusedInWords()
    {
        var twice = $"{Header}\n{Ashlea}\n{Ashlea.Replace("100001", "100002", StringComparison.Ordinal)}";
        Refusal(twice).ShouldBe("schools.csv holds 2 schools called Ashlea School. Say which by its URN: 100001, 100002.");
        Refusal(twice, known: new SchoolDetails("Some Other School")).ShouldBe("schools.csv holds 2 schools and none is called Some Other School. Say which is yours by its URN.");
        Refusal(Header + "\n" + Ashlea, known: new SchoolDetails("Ashlea School") { Urn = "999999" }).ShouldBe("schools.csv holds no school with the URN 999999, which is the one of Ashlea School. Is it the file of another school?");
        Refusal(Header + "\n" + Ashlea, wanted: "Elsewhere").ShouldStartWith("schools.csv holds no school with the number or name");
        Refusal(Header).ShouldBe("schools.csv holds no school that could be read.");
    }

    [Fact]
    public void OnlySchool_UnderAnotherName_IsTakenWithAWarning()
    {
        var (row, notes) = Find(Header + "\n" + Ashlea, known: new SchoolDetails("Tarrowby High School"));

        row.Name.ShouldBe("Ashlea School");
        notes.Notices.ShouldContain("schools.csv: its only school is called Ashlea School, URN 100001. Look whether that is yours.");
    }

    [Fact]
    public void SameNumberTwice_IsTakenOnce()
    {
        var (_, notes) = Find($"{Header}\n{Ashlea}\n{Ashlea}");

        notes.Refused.ShouldHaveSingleItem().ShouldBe(new("schools.csv", 3, "The URN is that of line 2 already."));
    }

    private string Refusal(string text, string? wanted = null, SchoolDetails? known = null) => Should.Throw<RosterUnreadable>(() => Find(text, wanted, known)).Message;

    private (Establishment Row, RosterNotes Notes) Find(string text, string? wanted = null, SchoolDetails? known = null) => Find(Encoding.UTF8.GetBytes(text), wanted, known);

    private (Establishment Row, RosterNotes Notes) Find(byte[] bytes, string? wanted = null, SchoolDetails? known = null)
    {
        var path = Path.Combine(_folder, "schools.csv");
        File.WriteAllBytes(path, bytes);
        var notes = new RosterNotes(RosterLimits.Usual);
        using var files = RosterFiles.OpenOne(path, "schools.csv", RosterLimits.Usual);
        return (new EstablishmentReader(files, "schools.csv", RosterLimits.Usual, notes, CancellationToken.None).Find(known ?? new SchoolDetails("Ashlea School"), wanted), notes);
    }
}
