using System.Security.Cryptography;

namespace Lifeguard.Filtering.Spool;

/// <summary>Opens segments with the site's private key. What cannot be opened is set aside by name, and never stops the rest.</summary>
public sealed class SpoolReader(string folder, ECDiffieHellman key)
{
    /// <summary>Where segments lie that could not be loaded, for somebody to look at.</summary>
    public const string Aside = "aside";

    private const string Ending = ".seg";
    private const int MaxAside = 100;
    private readonly byte[] _mark = SpoolKey.Mark(key);

    /// <summary>The names of what waits, oldest first; at most so many.</summary>
    public IReadOnlyList<string> Waiting(int most = 1000)
    {
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Opens one. Null with a fault; null without one when it is no longer there.</summary>
    public Segment? Open(string name, out SegmentFault fault)
    {
        fault = SegmentFault.None;
        byte[] file;
        try
        {
            using var stream = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > SegmentHead.Length + SegmentHead.MaxSealed + SegmentHead.TagLength)
            {
                fault = SegmentFault.TooLong;
                return null;
            }

            file = new byte[stream.Length];
            stream.ReadExactly(file);
        }
        catch (EndOfStreamException)
        {
            fault = SegmentFault.Truncated;
            return null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return Open(name, file, out fault);
    }

    internal Segment? Open(string name, byte[] file, out SegmentFault fault)
    {
        fault = SegmentHead.TryRead(file, out var head);
        if (fault != SegmentFault.None) return null;
        var length = SegmentHead.Length + head.SealedLength + SegmentHead.TagLength;
        if (file.Length != length)
        {
            fault = file.Length < length ? SegmentFault.Truncated : SegmentFault.TooLong;
            return null;
        }

        if (!file.AsSpan(SegmentHead.KeyMarkAt, SegmentHead.KeyMarkLength).SequenceEqual(_mark))
        {
            fault = SegmentFault.OtherKey;
            return null;
        }

        if (name != NameOf(head))
        {
            fault = SegmentFault.OtherName;
            return null;
        }

        if (SegmentSeal.Open(key, head, file) is not { } payload)
        {
            fault = SegmentFault.Damaged;
            return null;
        }

        var segment = SegmentParser.Read(head, SHA256.HashData(file), payload);
        if (segment is null) fault = SegmentFault.Unreadable;
        return segment;
    }

    /// <summary>It was loaded, or is known already.</summary>
    public void Delete(string name) => File.Delete(Path.Combine(folder, name));

    /// <summary>Puts it beside, under its name and fault. There is room for a hundred; of more nothing is kept but that they came.</summary>
    public void SetAside(string name, SegmentFault fault)
    {
        var aside = Path.Combine(folder, Aside);
        Directory.CreateDirectory(aside);
        var from = Path.Combine(folder, name);
        if (!File.Exists(from)) return;
        if (Directory.EnumerateFiles(aside).Take(MaxAside).Count() >= MaxAside) File.Delete(from);
        else File.Move(from, Path.Combine(aside, $"{name}.{fault}"), overwrite: true);
    }

    /// <summary>Sorts by time; the id makes it its own.</summary>
    internal static string NameOf(in SegmentHead head) => $"{head.MadeAt:x12}-{head.Id:N}{Ending}";
}
