using System.Text;

namespace Lifeguard.Access.Model;

/// <summary>
/// A sorted file of hashes in capital hexadecimal letters, one a line, with or without a count after a colon. It is searched where it lies,
/// by halves: thirty reads find one among a thousand million, and nothing is kept in memory.
/// </summary>
internal sealed class HashFile(string path)
{
    private const int HashLength = 40;
    private const int LongestLine = 80;

    public bool Has(string hash)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        long low = 0, high = file.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (line, begin, end) = LineAt(file, middle);
            var order = string.CompareOrdinal(line.Length >= HashLength ? line[..HashLength] : line, hash);
            if (order == 0) return true;
            if (order < 0) low = end;
            else high = begin;
        }

        return false;
    }

    // The line in which this byte lies, where it begins, and where the next one does.
    private static (string Line, long Begin, long End) LineAt(FileStream file, long at)
    {
        var from = Math.Max(0, at - LongestLine);
        Span<byte> bytes = stackalloc byte[LongestLine * 2];
        file.Position = from;
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var around = bytes[..read];
        var here = (int)(at - from);
        var begin = around[..here].LastIndexOf((byte)'\n') + 1;
        var rest = around[here..].IndexOf((byte)'\n');
        var end = rest < 0 ? read : here + rest;
        return (Encoding.ASCII.GetString(around[begin..end]).Trim(), from + begin, from + end + 1);
    }
}
