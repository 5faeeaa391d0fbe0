using System.Globalization;
using System.IO.Compression;

namespace Lifeguard.Benchmarks.People;

/// <summary>A OneRoster 1.1 export of a trust of made-up people: of each 20, sixteen pupils, two staff, two parents.</summary>
internal static class Export
{
    private const int InASchool = 2_000;

    /// <param name="mark">Keeps two exports apart, as two districts are.</param>
    public static void Write(string path, int people, string mark)
    {
        var schools = people / InASchool;
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var manifest = Open(zip, "manifest.csv"))
            manifest.Write("propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\nfile.orgs,bulk\n");
        using (var orgs = Open(zip, "orgs.csv"))
        {
            orgs.Write(string.Create(CultureInfo.InvariantCulture, $"sourcedId,status,name,type,identifier,parentSourcedId\n{mark},active,Trust {mark},district,,\n"));
            for (var school = 0; school < schools; school++) orgs.Write(string.Create(CultureInfo.InvariantCulture, $"{mark}s{school},active,School {school} of {mark},school,,{mark}\n"));
        }

        using var users = Open(zip, "users.csv");
        users.Write("sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,agentSourcedIds,email,grades\n");
        for (var number = 0; number < people; number++)
        {
            var (school, kind) = (number / InASchool, number % 20);
            var role = kind < 16 ? "student" : kind < 18 ? "teacher" : "guardian";
            var child = kind >= 18 ? string.Create(CultureInfo.InvariantCulture, $"{mark}u{number - 18}") : "";
            var mail = kind < 16 ? "" : string.Create(CultureInfo.InvariantCulture, $"u{number}@{mark}.test");
            var grade = kind < 16 ? (1 + number % 13).ToString("00", CultureInfo.InvariantCulture) : "";
            users.Write(string.Create(CultureInfo.InvariantCulture, $"{mark}u{number},active,true,{mark}s{school},{role},,Given{number % 1_709},Family{number % 9_973},{child},{mail},{grade}\n"));
        }
    }

    private static StreamWriter Open(ZipArchive zip, string name) => new(zip.CreateEntry(name).Open());
}
