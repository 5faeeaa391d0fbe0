using System.IO.Compression;

namespace Lifeguard.Organisation.Roster;

/// <summary>An export packed as a zip. Nothing is ever unpacked to disk; the names inside are judged all the same.</summary>
internal sealed class RosterArchive : RosterFiles
{
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ZipArchive _zip;
    private readonly RosterLimits _limits;

    private RosterArchive(ZipArchive zip, RosterLimits limits)
    {
        _zip = zip;
        _limits = limits;
        Read();
    }

    public static RosterArchive OfZip(string path, string name, RosterLimits limits)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            return new RosterArchive(zip, limits);
        }
        catch (InvalidDataException)
        {
            zip?.Dispose();
            throw new RosterUnreadable($"{name} is not a whole zip file. It may have been cut off on its way; fetch it again.");
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public override bool Has(string name) => _entries.ContainsKey(name);

    public override Stream Open(string name)
    {
        var entry = _entries[name];
        if (entry.IsEncrypted) throw new RosterUnreadable($"{name} is locked with a password. Make the export without one.");
        var allowed = Math.Min(_limits.FileBytes, Math.Max(_limits.RatioFromBytes, entry.CompressedLength * _limits.Ratio));
        try
        {
            return new BoundedStream(entry.Open(), name, allowed);
        }
        catch (InvalidDataException)
        {
            throw new RosterUnreadable($"{name} is damaged inside the zip file, or packed in a way that Lifeguard does not know.");
        }
    }

    public override void Verify(string name, long length, uint checksum)
    {
        var entry = _entries[name];
        if (entry.Length != length || entry.Crc32 != checksum)
            throw new RosterUnreadable($"{name} is damaged inside the zip file: its check sum does not fit. Fetch the export again.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _zip.Dispose();
        base.Dispose(disposing);
    }

    private void Read()
    {
        if (_zip.Entries.Count > _limits.Entries)
            throw new RosterUnreadable($"The zip file holds {_zip.Entries.Count:N0} files. An export has about a dozen.");

        foreach (var entry in _zip.Entries)
        {
            if (IsTrick(entry.FullName))
                throw new RosterUnreadable("A file inside the zip has a name that points outside it. Such a file is not taken; ask where it came from.");
            if (!entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || IsOfTheMac(entry.FullName)) continue;
            if (!_entries.TryAdd(UsualName(entry.Name), entry))
                throw new RosterUnreadable($"The zip file holds {entry.Name} more than once. Keep one.");
        }
    }

    private static bool IsTrick(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Contains('\0')
        || name.Split('/').Any(part => part is ".." or ".");

    // macOS adds a shadow of every file that it packs.
    private static bool IsOfTheMac(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1].StartsWith("._", StringComparison.Ordinal);
}
