using System.Formats.Tar;
using System.IO.Compression;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>
/// Reads lists from where they lie: a folder or an archive with a folder for each list (<c>adult/domains</c>, <c>adult/urls</c>, as UT1 and
/// squidGuard have it), or single files (<c>adult.domains.gz</c>, <c>adult.hosts</c>, <c>adult.rpz</c>, <c>adult.txt</c>), packed or not.
/// </summary>
public static class ListFolder
{
    /// <summary>More than any list has; what is larger is refused before it is unpacked any further.</summary>
    public const long LargestFile = 1L << 30;

    private static readonly string[] Kinds = [".domains", ".urls", ".hosts", ".rpz", ".zone", ".txt", ".list"];

    /// <exception cref="InvalidDataException">A damaged archive, or a file that is larger than any list.</exception>
    public static IEnumerable<ListFile> Read(string path)
    {
        if (Directory.Exists(path)) return OfFolder(path);
        return path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? OfTar(path)
            : path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? OfZip(path)
            : OfFile(path, Path.GetFileName(path));
    }

    private static IEnumerable<ListFile> OfFolder(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var file in OfFile(path, Path.GetRelativePath(folder, path))) yield return file;
        }
    }

    private static IEnumerable<ListFile> OfFile(string path, string name)
    {
        if (ListOf(name) is not { } list) yield break;
        using var stream = File.OpenRead(path);
        yield return new ListFile(list, name, File.GetLastWriteTimeUtc(path), ReadAll(stream, name));
    }

    private static IEnumerable<ListFile> OfTar(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? (Stream)file : new GZipStream(file, CompressionMode.Decompress);
        using var archive = new TarReader(plain);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && entry.DataStream is { } data && ListOf(entry.Name) is { } list)
            {
                yield return new ListFile(list, $"{Path.GetFileName(path)}: {entry.Name}", entry.ModificationTime, ReadAll(data, entry.Name));
            }
        }
    }

    private static IEnumerable<ListFile> OfZip(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            if (ListOf(entry.FullName) is not { } list) continue;
            using var data = entry.Open();
            yield return new ListFile(list, $"{Path.GetFileName(path)}: {entry.FullName}", entry.LastWriteTime, ReadAll(data, entry.FullName));
        }
    }

    /// <summary>Which list a file belongs to; null for one that is none, such as a README.</summary>
    internal static string? ListOf(string name)
    {
        var file = Path.GetFileName(name);
        if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) file = file[..^3];
        if (file is "domains" or "urls") return Path.GetFileName(Path.GetDirectoryName(name)) is { Length: > 0 } folder ? folder.ToLowerInvariant() : null;
        return Kinds.FirstOrDefault(kind => file.EndsWith(kind, StringComparison.OrdinalIgnoreCase)) is { } ending && file.Length > ending.Length ? file[..^ending.Length].ToLowerInvariant() : null;
    }

    private static byte[] ReadAll(Stream stream, string name)
    {
        using var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var all = new MemoryStream();
        var piece = new byte[1 << 16];
        while (plain.Read(piece) is var read and > 0)
        {
            all.Write(piece.AsSpan(0, read));
            if (all.Length > LargestFile) throw new InvalidDataException($"{name} is larger than any list.");
        }

        return all.ToArray();
    }
}
