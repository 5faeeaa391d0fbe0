using System.Collections.Frozen;
using System.Text;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What kind of file an answer says it is.</summary>
internal static class AnswerNames
{
    private static readonly FrozenDictionary<string, string[]> Endings = new Dictionary<string, string[]>
    {
        ["application/x-msdownload"] = ["exe", "dll", "msi"],
        ["application/vnd.microsoft.portable-executable"] = ["exe", "dll"],
        ["application/x-msi"] = ["msi"],
        ["application/x-msdos-program"] = ["exe", "com", "bat"],
        ["application/vnd.android.package-archive"] = ["apk"],
        ["application/x-apple-diskimage"] = ["dmg"],
        ["application/java-archive"] = ["jar"],
        ["application/x-chrome-extension"] = ["crx"],
        ["application/x-bittorrent"] = ["torrent"],
        ["application/zip"] = ["zip"],
        ["application/x-7z-compressed"] = ["7z"],
        ["application/vnd.rar"] = ["rar"],
        ["application/x-sh"] = ["sh"],
        ["application/x-iso9660-image"] = ["iso"],
        ["application/hta"] = ["hta"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsBlocked(in AnswerHead head, FrozenSet<string> blocked)
    {
        if (!head.ContentType.IsEmpty)
        {
            Span<char> type = stackalloc char[64];
            var end = head.ContentType.IndexOf((byte)';');
            var bare = (end < 0 ? head.ContentType : head.ContentType[..end]).Trim(" \t"u8);
            if (bare.Length <= type.Length && Endings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(type[..Encoding.ASCII.GetChars(bare, type)], out var endings)
                && Array.Exists(endings, blocked.Contains)) return true;
        }

        var dot = head.ContentDisposition.LastIndexOf((byte)'.');
        if (dot < 0) return false;
        Span<char> ending = stackalloc char[12];
        var length = 0;
        foreach (var one in head.ContentDisposition[(dot + 1)..])
        {
            if (!char.IsAsciiLetterOrDigit((char)one) || length == ending.Length) break;
            ending[length++] = char.ToLowerInvariant((char)one);
        }

        return blocked.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending[..length]);
    }

    /// <summary>The same by the ending of a path, before anything has come.</summary>
    public static bool IsBlocked(ReadOnlySpan<byte> path, FrozenSet<string> blocked)
    {
        var dot = path.LastIndexOf((byte)'.');
        if (dot < 0 || path.Length - dot > 12 || path[(dot + 1)..].Contains((byte)'/')) return false;
        Span<char> ending = stackalloc char[12];
        var length = Encoding.ASCII.GetChars(path[(dot + 1)..], ending);
        return blocked.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending[..length]);
    }

    /// <summary>Whether there are words to be read. An answer that does not say what it is may be a page.</summary>
    public static bool IsText(ReadOnlySpan<byte> contentType)
    {
        if (contentType.IsEmpty) return true;
        Span<byte> lower = stackalloc byte[32];
        var kept = Math.Min(contentType.Length, lower.Length);
        Ascii.ToLower(contentType[..kept], lower, out _);
        var type = lower[..kept].TrimStart((byte)' ');
        return type.StartsWith("text/html"u8) || type.StartsWith("text/plain"u8) || type.StartsWith("application/xhtml"u8) || type.StartsWith("text/xml"u8) || type.StartsWith("application/json"u8);
    }
}
