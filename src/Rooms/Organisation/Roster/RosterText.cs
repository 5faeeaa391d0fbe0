using System.Text;

namespace Lifeguard.Organisation.Roster;

/// <summary>Reads a file once to its end before it is used: which letters it is written in, and whether it came whole.</summary>
internal static class RosterText
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The encoding to read the file with: null for UTF-8 with or without a mark.</summary>
    public static Encoding? Look(RosterFiles files, string name, RosterNotes notes, CancellationToken stop)
    {
        using var stream = files.Open(name);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[128 * 1024];
        var letters = new char[bytes.Length + 8];
        var (length, checksum, isUtf8, start) = (0L, uint.MaxValue, true, Array.Empty<byte>());
        int read;
        do
        {
            stop.ThrowIfCancellationRequested();
            read = stream.Read(bytes, 0, bytes.Length);
            if (length == 0) start = bytes[..Math.Min(read, 2)];
            length += read;
            checksum = Add(checksum, bytes.AsSpan(0, read));
            isUtf8 = isUtf8 && Decodes(strict, bytes.AsSpan(0, read), letters, isLast: read == 0);
        }
        while (read > 0);

        files.Verify(name, length, ~checksum);
        if (start is [0xFF, 0xFE]) return Encoding.Unicode;
        if (start is [0xFE, 0xFF]) return Encoding.BigEndianUnicode;
        if (isUtf8) return null;
        notes.Notice($"{name} is not UTF-8. It was read as Windows-1252 (Western European). Look at names with accents.");
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private static bool Decodes(Decoder strict, ReadOnlySpan<byte> bytes, Span<char> letters, bool isLast)
    {
        try
        {
            strict.GetChars(bytes, letters, isLast);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // The framework does not compare a zip entry's check sum when it reads one.
    private static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes) checksum = Table[(checksum ^ one) & 0xFF] ^ (checksum >> 8);
        return checksum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var at = 0u; at < table.Length; at++)
        {
            var value = at;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
            table[at] = value;
        }

        return table;
    }
}
