namespace Lifeguard.Filtering.Spool;

/// <summary>The folder of segments, as its writer sees it: whole files under their names or nothing, and never more than it may hold.</summary>
internal sealed class SpoolFolder
{
    // Of a site that is away for long there is a segment each second; looking through the folder must stay cheap.
    private const int MaxFiles = 50_000;

    private readonly string _folder;
    private readonly long _maxBytes;
    private long _bytes;
    private int _files;

    public SpoolFolder(string folder, long maxBytes) => (_folder, _maxBytes) = (folder, maxBytes);

    /// <summary>Before the first segment, and when no other writes here any more.</summary>
    public void Begin()
    {
        try
        {
            Directory.CreateDirectory(_folder);
            // Of a writer that was killed.
            foreach (var left in Directory.EnumerateFiles(_folder, "*.tmp")) File.Delete(left);
            Count();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The first segment will find it out, and is tried again.
        }
    }

    public bool TryWrite(string name, byte[] file)
    {
        var path = Path.Combine(_folder, name);
        try
        {
            Directory.CreateDirectory(_folder);
            using (var stream = new FileStream(path + ".tmp", new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite,
            }))
            {
                stream.Write(file);
                stream.Flush(flushToDisk: true);
            }

            File.Move(path + ".tmp", path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryDelete(path + ".tmp");
            return false;
        }

        _bytes += file.Length;
        _files++;
        return true;
    }

    /// <summary>Removes the oldest segments while there are too many, never the one just written. Answers how many records went with them.</summary>
    public long MakeRoom(string spare)
    {
        if (_bytes <= _maxBytes && _files <= MaxFiles) return 0;
        try
        {
            // The site takes segments away without telling: count before anything goes.
            var found = Count();
            long gone = 0;
            foreach (var file in found)
            {
                if (_bytes <= _maxBytes / 10 * 9 && _files <= MaxFiles / 10 * 9) break;
                if (file.Name == spare) continue;
                var (records, length) = (RecordsOf(file.FullName), file.Length);
                // Gone already: the site has loaded it.
                if (!File.Exists(file.FullName)) continue;
                if (!TryDelete(file.FullName)) continue;
                gone += records;
                _bytes -= length;
                _files--;
            }

            return gone;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private List<FileInfo> Count()
    {
        var found = new DirectoryInfo(_folder).EnumerateFiles("*.seg").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        _bytes = 0;
        foreach (var file in found) _bytes += LengthOf(file);
        _files = found.Count;
        return found;
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    // With what it says itself was lost before it: that would otherwise never be told.
    private static long RecordsOf(string path)
    {
        try
        {
            Span<byte> head = stackalloc byte[SegmentHead.Length];
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return 0;
            return SegmentHead.TryRead(head, out var read) == SegmentFault.None ? read.Records + Math.Min(read.Lost, int.MaxValue) : 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
