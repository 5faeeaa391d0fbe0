namespace Lifeguard.Organisation.Roster;

/// <summary>The files of an export, found by name without regard to case.</summary>
internal abstract class RosterFiles : IDisposable
{
    // Spellings of a file's name that real systems produce.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["enrolments.csv"] = "enrollments.csv",
        ["organizations.csv"] = "orgs.csv",
        ["organisations.csv"] = "orgs.csv",
    };

    /// <param name="name">What people call the file; its own name where null.</param>
    public static RosterFiles Open(string path, RosterLimits limits, string? name = null)
    {
        name ??= Path.GetFileName(path);
        if (Directory.Exists(path)) return new RosterFolder(path, limits);
        if (File.Exists(path)) return RosterArchive.OfZip(path, name, limits);
        throw new RosterUnreadable($"There is no file or folder called {name}.");
    }

    /// <summary>One file by itself, under the name that people know it by.</summary>
    public static RosterFiles OpenOne(string path, string name, RosterLimits limits) =>
        File.Exists(path) ? new RosterSingle(path, name, limits) : throw new RosterUnreadable($"There is no file called {name}.");

    public abstract bool Has(string name);

    /// <summary>Opens a file from its beginning; may be called again.</summary>
    public abstract Stream Open(string name);

    /// <summary>The packing's own check of a file that was read to its end; a folder has none.</summary>
    public virtual void Verify(string name, long length, uint checksum)
    {
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    protected static string UsualName(string fileName) =>
        OtherNames.TryGetValue(fileName, out var usual) ? usual : fileName.ToLowerInvariant();
}
