using System.IO.Compression;
using System.Text;
using Lifeguard.Organisation.Roster;

namespace Lifeguard.Tests.Organisation;

/// <summary>A small export that is right in every way, to be spoilt in one.</summary>
internal sealed class RosterExport : IDisposable
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly string _place = Directory.CreateTempSubdirectory("lifeguard-roster-").FullName;

    public RosterExport()
    {
        With("manifest.csv", "propertyName,value\noneroster.version,1.1\nsource.systemName,Test system\nfile.users,bulk");
        With("orgs.csv", "sourcedId,status,name,type,identifier,parentSourcedId\nt1,active,Moorfield Trust,district,1,\ns1,active,Ashlea School,school,11,t1");
        With("users.csv",
            """
            sourcedId,status,orgSourcedIds,role,givenName,familyName,agentSourcedIds,email,grades,password
            p1,active,s1,student,Amelia,Thorne,g1,,07,secret
            p2,active,s1,student,Zoë,O'Dell,,,KG,
            a1,active,s1,teacher,Ruth,Okoro,,ruth@ashlea.example.org,,
            g1,active,s1,guardian,Marta,Thorne,,marta@family.example.org,,
            """);
    }

    public RosterExport With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public RosterExport With(string file, byte[] bytes)
    {
        _files[file] = bytes;
        return this;
    }

    public RosterExport WithUsers(params string[] lines) =>
        With("users.csv", "sourcedId,status,orgSourcedIds,role,givenName,familyName,agentSourcedIds,email,grades,password\n" + string.Join('\n', lines));

    public RosterExport Without(string file)
    {
        _files.Remove(file);
        return this;
    }

    public string AsFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_place, "export")).FullName;
        foreach (var old in Directory.EnumerateFiles(folder)) File.Delete(old);
        foreach (var (name, bytes) in _files) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return folder;
    }

    public string AsZip(Action<ZipArchive>? alsoPut = null)
    {
        var path = Path.Combine(_place, "export.zip");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, bytes) in _files) Put(zip, name, bytes);
        alsoPut?.Invoke(zip);
        return path;
    }

    public static void Put(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    /// <summary>Reads it without a database.</summary>
    public (RosterDraft Draft, RosterNotes Notes) Read(RosterLimits? limits = null) => Read(AsFolder(), limits);

    public static (RosterDraft Draft, RosterNotes Notes) Read(string path, RosterLimits? limits = null)
    {
        limits ??= RosterLimits.Usual;
        var notes = new RosterNotes(limits);
        using var files = RosterFiles.Open(path, limits);
        return (new RosterReader(files, limits, notes, new DateOnly(2026, 11, 20), null, TestContext.Current.CancellationToken).Read(), notes);
    }

    public void Dispose() => Directory.Delete(_place, recursive: true);
}
