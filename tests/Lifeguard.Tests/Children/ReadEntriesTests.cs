using System.Text;
using Lifeguard.Children.Imports;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.Children;

/// <summary>Exports as they come: each way in which one deviates is a small file of its own, with the words that follow.</summary>
public sealed class ReadEntriesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-17T10:20Z", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Cpoms_IsReadByTheNamesOfItsColumns()
    {
        var row = One("Incident Number,Student,UPN,DOB,Incident Date,Incident Time,Categories,Subcategories,Incident,Actions,Added By,Linked Students,Status\n"
            + "41,\"Ingram, Chloe\",a123456789012,02/03/2013,14/03/2025,10:15,Online safety,Messages,She told Miss Earle.,Parents rung.,T Earle,Polly Upwood,Closed");

        row.Pupil.ShouldBe(new NamedPupil("A123456789012", null, "Chloe", "Ingram", null), "02/03/2013 alone could be two days");
        row.At.ShouldBe(DateTimeOffset.Parse("2025-03-14T10:15Z", System.Globalization.CultureInfo.InvariantCulture));
        row.Words.ShouldBe(new Lifeguard.Children.Model.EntryWords
        {
            Category = "Online safety / Messages",
            Text = "She told Miss Earle.",
            Actions = "Parents rung.",
            WrittenBy = "T Earle",
            Others = "Polly Upwood",
            Number = "41",
            Status = "Closed",
        });
    }

    [Fact]
    public void MyConcern_IsReadToo_InAnyOrderOfColumns()
    {
        var row = One("Concern Reference;Details of Concern;Pupil Forename;Pupil Surname;Date of Birth;Concern Summary;Date of Concern;Concern Type;Raised By\n"
            + "C-7;He was tired.;Pavel;Underhill;2012-05-06;Tired again;3 Feb 2025 at 9.05am;Neglect;Mr Ashby");

        row.Pupil.ShouldBe(new NamedPupil(null, null, "Pavel", "Underhill", new DateOnly(2012, 5, 6)));
        row.At.ShouldBe(DateTimeOffset.Parse("2025-02-03T09:05Z", System.Globalization.CultureInfo.InvariantCulture));
        (row.Words.Title, row.Words.Text, row.Words.Category).ShouldBe(("Tired again", "He was tired.", "Neglect"));
    }

    [Theory]
    [InlineData("2025-03-14", "2025-03-14T00:00Z")]
    [InlineData("14/03/2025", "2025-03-14T00:00Z")]
    [InlineData("14 Mar 2025", "2025-03-14T00:00Z")]
    [InlineData("14 March 2025", "2025-03-14T00:00Z")]
    [InlineData("14/03/2025 10:15:00", "2025-03-14T10:15Z")]
    [InlineData("2025-03-14T10:15:00", "2025-03-14T10:15Z")]
    [InlineData("14/07/2025 10:15", "2025-07-14T09:15Z")]
    public void Dates_AreReadInThreeForms(string typed, string at)
    {
        One($"Name,Date,Incident\nChloe Ingram,{typed},x").At.ShouldBe(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Date_ThatCouldBeTwoDays_IsNotGuessed()
    {
        var file = Read("Name,Date,Incident\nChloe Ingram,03/04/2025,x\nChloe Ingram,2025-01-02,y");

        file.LeftOut.ShouldBe([new LeftOut("cpoms.csv", 2, "The row has a date that could be two days: nothing in the file says whether the day or the month comes first.")]);
        Kernel.UkTime.DateOf(Read("Name,Date,Incident\nChloe Ingram,03/04/2025,x\nChloe Ingram,25/04/2025,y").Rows[0].At).ShouldBe(new DateOnly(2025, 4, 3), "another date of the file says that the day comes first");
    }

    [Theory]
    [InlineData("Name,Date,Incident\nChloe Ingram,,x\nChloe Ingram,2025-01-02,y", 2, "The row has no date.")]
    [InlineData("Name,Date,Incident\nChloe Ingram,soon,x\nChloe Ingram,2025-01-02,y", 2, "The row has a date that cannot be read: write 2025-03-14, 14/03/2025 or 14 Mar 2025.")]
    [InlineData("Name,Date,Incident\nChloe Ingram,2027-01-02,x\nChloe Ingram,2025-01-02,y", 2, "The row has a date that is still to come.")]
    [InlineData("Name,Date,Incident\n,2025-01-01,x\nChloe Ingram,2025-01-02,y", 2, "The row does not say which pupil it is about.")]
    [InlineData("Name,Date,Incident\nChloe Ingram,2025-01-01,<p> </p>\nChloe Ingram,2025-01-02,y", 2, "The row does not say what happened.")]
    [InlineData("Name,Date,Incident\nChloe Ingram,2025-01-01\nChloe Ingram,2025-01-02,y", 2, "The row has 2 fields; the header has 3.")]
    [InlineData("Name,Date,Incident\nChloe Ingram,2025-01-02,y\nChloe Ingram,2025-01-01,x,and more", 3, "The row has 4 fields; the header has 3.")]
    public void Row_ThatCannotBeUsed_IsNamedWithLineAndReason(string text, long line, string reason)
    {
        var file = Read(text);

        file.Rows.ShouldHaveSingleItem();
        file.LeftOut.ShouldBe([new LeftOut("cpoms.csv", line, reason)]);
    }

    [Theory]
    [InlineData("Name,Date\nx,2025-01-01", "cpoms.csv has no column for what happened, such as Incident, Details or Description.")]
    [InlineData("Name,Incident\nx,y", "cpoms.csv has no column for the date, such as Incident date or Date.")]
    [InlineData("Date,Incident\n2025-01-01,y", "cpoms.csv has no column that says which pupil: UPN, Admission number, Student name, or Forename and Surname.")]
    [InlineData("Name,Date,Incident,Date\nx,2025-01-01,y,2025-01-01", "cpoms.csv has the column Date twice.")]
    [InlineData("Name,Date,Incident\n", "cpoms.csv holds no entry that could be taken. There is no row below the header.")]
    [InlineData("Name,Date,Incident\nx,2025-01-01,\"open", "cpoms.csv, line 2: a quotation mark opens here and is never closed, so the rows after it cannot be told apart.")]
    [InlineData("PK\u0003\u0004", "cpoms.csv is a workbook or a zip file. Save it as CSV and choose that.")]
    public void File_ThatCannotBeTaken_IsRefusedInWords(string text, string sentence)
    {
        Should.Throw<EntriesUnreadable>(() => Read(text)).Message.ShouldBe(sentence);
    }

    [Fact]
    public void LineBreaksInQuotes_StayInTheText_AndLinesAreCountedAsAnEditorCounts()
    {
        var file = Read("Name,Date,Incident\nChloe Ingram,2025-01-01,\"First line\r\nsecond \"\"line\"\"\"\nChloe Ingram,never,z");

        file.Rows.Single().Words.Text.ShouldBe("First line\nsecond \"line\"");
        file.LeftOut.Single().Line.ShouldBe(4);
    }

    [Fact]
    public void Markup_BecomesPlainWords_AndPicturesAreLeftOut()
    {
        var text = One("Name,Date,Incident\nChloe Ingram,2025-01-01,\"<p>Tom &amp; she said:<br/>3 < 4</p><script>go()</script><ul><li>one</li></ul><img src='data:image/png;base64,AAAA'>data:image/png;base64,QUJD\"").Words.Text;

        text.ShouldBe("Tom & she said:\n3 < 4\n\n- one\n[a picture was left out][a picture was left out]");
    }

    [Fact]
    public void Windows1252_IsReadAndSaid()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Name,Date,Incident\nChloé Ingram,2025-01-01,“Café”");

        var file = ReadEntries.Of("cpoms.csv", bytes, Now);

        (file.Rows[0].Pupil.Given, file.Rows[0].Words.Text).ShouldBe(("Chloé", "“Café”"));
        file.Notices.ShouldContain("The file is not UTF-8. It was read as Windows-1252 (Western European). Look at names with accents.");
    }

    [Fact]
    public void RepeatedHeader_UnknownColumn_AndMissingDayOfTheEvent_AreSaid()
    {
        var file = Read("Name,Date added,Incident,Mood\nChloe Ingram,2025-01-01,x,sad\nName,Date added,Incident,Mood\nChloe Ingram,2025-01-02,y,");

        file.Rows.Count.ShouldBe(2);
        file.Notices.ShouldBe(["The column Mood is not understood and was not read.", "There is no column for the day on which it happened. The day on which it was entered was taken.", "Line 3 repeats the header and was passed over."]);
    }

    [Theory]
    [InlineData("A123456789012", null, "Chloe", "Ingram", null, "Chloe")]
    [InlineData(null, "4711", "Chloé", "INGRAM", null, "Chloe")]
    [InlineData(null, null, "chloe", "Ingram", "2013-03-02", "Chloe")]
    [InlineData(null, null, "Chloe", "Ingram", null, null)]
    [InlineData(null, null, "Chloe", "Ingram", "2013-03-03", null)]
    [InlineData("A123456789012", null, "Somebody", "Else", null, null)]
    [InlineData(null, null, "Sam", "Twin", "2012-01-01", null)]
    public void Pupil_IsSureByNumberAndName_OrByNameAndBirthday_AndElseAsked(string? upn, string? admission, string given, string family, string? born, string? sure)
    {
        var pupils = new[]
        {
            Pupil("Chloe", "Ingram", "2013-03-02", "A123456789012"), Pupil("Chlöe", "Ingram", "2014-09-09", "4711"),
            Pupil("Sam", "Twin", "2012-01-01", "1"), Pupil("Sam", "Twin", "2012-01-01", "2"),
        };

        var match = new MatchPupils(pupils).Of(new NamedPupil(upn, admission, given, family, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)));

        (match.Sure is null).ShouldBe(sure is null);
        if (sure is null) match.Asked.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nobody_IsAskedAbout_WhereNobodyFits()
    {
        new MatchPupils([Pupil("Chloe", "Ingram", "2013-03-02", "A1")]).Of(new NamedPupil(null, null, "Zara", "Quill", null)).Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Staff concern", "x", true)]
    [InlineData("Low level concern", "x", true)]
    [InlineData("Bullying", "We rang the LADO about it.", true)]
    [InlineData("Bullying", "An allegation against Mr Ashby.", true)]
    [InlineData("Bullying", "Mr Ashby told me at lunch.", false)]
    [InlineData("Online safety", "Staffordshire museum trip", false)]
    public void Entry_ThatSeemsToBeAboutAnAdult_IsSeen(string category, string text, bool about)
    {
        AboutAdults.IsOne(new Lifeguard.Children.Model.EntryWords { Category = category, Text = text }).ShouldBe(about);
    }

    private static EntryRow One(string text) => Read(text).Rows.ShouldHaveSingleItem();

    private static EntryFile Read(string text) => ReadEntries.Of("cpoms.csv", Encoding.UTF8.GetBytes(text), Now);

    private static PupilRow Pupil(string given, string family, string born, string number) =>
        new(Kernel.RandomReference.New().Value, Kernel.RandomReference.New().Value, given, family, null, DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), "8", null, number, null);
}
