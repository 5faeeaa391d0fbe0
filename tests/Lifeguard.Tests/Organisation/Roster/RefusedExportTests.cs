using System.IO.Compression;
using System.Text;
using Lifeguard.Organisation.Roster;

namespace Lifeguard.Tests.Organisation.Roster;

/// <summary>Exports that are not taken at all, and the sentence that says why.</summary>
public sealed class RefusedExportTests : IDisposable
{
    private readonly RosterExport _export = new();

    public void Dispose() => _export.Dispose();

    [Theory]
    [InlineData("users.csv")]
    [InlineData("orgs.csv")]
    public void Read_WithoutANeededFile_IsRefused(string file)
    {
        _export.Without(file);

        Refusal(_export.AsZip()).ShouldBe($"The export has no {file}. Without it there is nobody to take in.");
    }

    [Fact]
    public void Read_WithoutANeededColumn_IsRefused()
    {
        _export.With("users.csv", "sourcedId,orgSourcedIds,role,givenName\np1,s1,student,Amelia");

        Refusal(_export.AsFolder()).ShouldBe("users.csv has no column familyName.");
    }

    [Fact]
    public void Read_ColumnTwice_IsRefused()
    {
        _export.With("users.csv", "sourcedId,orgSourcedIds,role,givenName,familyName,role\np1,s1,student,Amelia,Thorne,teacher");

        Refusal(_export.AsFolder()).ShouldBe("users.csv has the column role twice.");
    }

    [Fact]
    public void Read_AnotherVersion_IsRefused()
    {
        _export.With("manifest.csv", "propertyName,value\noneroster.version,2.0");

        Refusal(_export.AsFolder()).ShouldBe("The export says that it is OneRoster 2.0. Lifeguard reads versions 1.1 and 1.2.");
    }

    [Fact]
    public void Read_QuotationMarkNeverClosed_IsRefusedWithItsLine()
    {
        _export.WithUsers("a1,active,s1,teacher,Ruth,Okoro,,,,", "p1,active,s1,student,\"Amelia,Thorne,,,,", "p2,active,s1,student,Zoë,Dell,,,,");

        Refusal(_export.AsFolder()).ShouldBe("users.csv, line 3: a quotation mark opens here and is never closed, so the rows after it cannot be told apart.");
    }

    [Fact]
    public void Read_RowWithoutEnd_IsRefused()
    {
        var limits = RosterLimits.Usual with { RowBytes = 4_096 };
        _export.WithUsers("p1,active,s1,student,\"" + new string('a', 300_000));

        Refusal(_export.AsFolder(), limits).ShouldStartWith("users.csv has a row of more than a megabyte");
    }

    [Fact]
    public void Read_NotThere_IsRefused() =>
        Refusal(Path.Combine(Path.GetTempPath(), "no-such-roster.zip")).ShouldBe("There is no file or folder called no-such-roster.zip.");

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.98)]
    [InlineData(0)]
    public void Read_ZipCutOff_IsRefused(double share)
    {
        var path = _export.AsZip();
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(int)(whole.Length * share)]);

        Refusal(path).ShouldBe("export.zip is not a whole zip file. It may have been cut off on its way; fetch it again.");
    }

    [Fact]
    public void Read_ZipWithChangedBytes_IsRefused()
    {
        var path = _export.Without("users.csv").AsZip(zip =>
        {
            using var entry = zip.CreateEntry("users.csv", CompressionLevel.NoCompression).Open();
            entry.Write("sourcedId,orgSourcedIds,role,givenName,familyName\np1,s1,student,Amelia,Thorne"u8);
        });
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("Amelia"u8)] = (byte)'B';
        File.WriteAllBytes(path, bytes);

        Refusal(path).ShouldBe("users.csv is damaged inside the zip file: its check sum does not fit. Fetch the export again.");
    }

    [Theory]
    [InlineData("../users.csv")]
    [InlineData("/etc/users.csv")]
    [InlineData("export/../../users.csv")]
    [InlineData("..\\users.csv")]
    [InlineData("C:users.csv")]
    public void Read_ZipWithANameThatPointsOutside_IsRefused(string name)
    {
        var path = _export.Without("users.csv").AsZip(zip => RosterExport.Put(zip, name, "sourcedId"u8.ToArray()));

        Refusal(path).ShouldBe("A file inside the zip has a name that points outside it. Such a file is not taken; ask where it came from.");
    }

    [Fact]
    public void Read_ZipWithAFileTwice_IsRefused()
    {
        var path = _export.AsZip(zip => RosterExport.Put(zip, "other/Users.csv", "sourcedId"u8.ToArray()));

        Refusal(path).ShouldBe("The zip file holds Users.csv more than once. Keep one.");
    }

    [Fact]
    public void Read_ZipInAFolderOfItsOwn_IsTaken()
    {
        var users = "sourcedId,orgSourcedIds,role,givenName,familyName\np1,s1,student,Amelia,Thorne"u8.ToArray();
        var path = _export.Without("users.csv").AsZip(zip =>
        {
            RosterExport.Put(zip, "export/users.csv", users);
            RosterExport.Put(zip, "__MACOSX/export/._users.csv", users);
        });

        RosterExport.Read(path).Draft.People.ShouldContainKey("p1");
    }

    [Fact]
    public void Read_ZipBomb_IsNotReadFurther()
    {
        var limits = RosterLimits.Usual with { RatioFromBytes = 100_000, Ratio = 50 };
        _export.With("users.csv", Encoding.ASCII.GetBytes("sourcedId,orgSourcedIds,role,givenName,familyName\n" + new string('\n', 5_000_000)));

        Refusal(_export.AsZip(), limits).ShouldBe("users.csv unpacks to more than a roster can be. The file was not read further.");
    }

    [Fact]
    public void Read_FileBeyondTheLimit_IsNotReadFurther()
    {
        var limits = RosterLimits.Usual with { FileBytes = 200 };

        Refusal(_export.AsFolder(), limits).ShouldBe("users.csv unpacks to more than a roster can be. The file was not read further.");
    }

    [Fact]
    public void Read_MorePeopleThanThereCanBe_IsRefused()
    {
        var limits = RosterLimits.Usual with { People = 3 };

        Refusal(_export.AsFolder(), limits).ShouldBe("users.csv holds more than 3 people.");
    }

    [Fact]
    public void Read_MillionsOfBadRows_KeepsAShortListAndATrueCount()
    {
        var text = new StringBuilder("classSourcedId,userSourcedId,role\n");
        for (var row = 0; row < 50_000; row++) text.Append("c1,nobody").Append(row).Append(",student\n");
        _export.With("classes.csv", "sourcedId,title\nc1,7 Ash").With("enrollments.csv", text.ToString());

        var (_, notes) = _export.Read();

        notes.RefusedRows.ShouldBe(50_000);
        notes.Refused.Count.ShouldBe(RosterLimits.Usual.RefusalsListed);
        notes.Refused[0].Line.ShouldBe(2);
    }

    private static string Refusal(string path, RosterLimits? limits = null) =>
        Should.Throw<RosterUnreadable>(() => RosterExport.Read(path, limits)).Message;
}
