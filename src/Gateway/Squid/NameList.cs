using System.Text;
using System.Text.RegularExpressions;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// A list of names, and of addresses with a path, as Squid holds it itself. Squid does not start with a name twice or below another that
/// stands there too, so each is kept once, at its widest.
/// </summary>
internal sealed class NameList
{
    private NameList(IReadOnlyList<string> names, IReadOnlyList<string> addresses)
    {
        Names = names;
        Addresses = addresses;
    }

    public static NameList Empty { get; } = new([], []);

    /// <summary>Lower case, without a closing dot; each stands for everything below it too.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Name and the beginning of a path, as <c>example.org/pages</c>.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Reads a file with one entry a line; # begins a remark. One bad line and nothing is taken: half a sealed list is none.</summary>
    public static NameList? Read(string path, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        faults = found;
        HashSet<string> names = [], addresses = [];
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                number++;
                var entry = line.Split('#')[0].Trim();
                if (entry.Length == 0) continue;

                var slash = entry.IndexOf('/', StringComparison.Ordinal);
                var name = Canonical(slash < 0 ? entry : entry[..slash]);
                var tail = slash < 0 ? "" : entry[slash..];
                if (name is null || tail.Any(c => c is <= ' ' or > '~')) found.Add($"{path}, line {number}: this is neither a name nor a name with a path.");
                else if (tail is "" or "/") names.Add(name);
                else addresses.Add(name + tail);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            found.Add($"{path}: {fault.Message}");
        }

        return found.Count > 0 ? null : Of(names, addresses);
    }

    public static NameList Of(IEnumerable<string> names, IEnumerable<string>? addresses = null)
    {
        var all = names.ToHashSet(StringComparer.Ordinal);
        return new([.. all.Where(name => !Above(name).Any(all.Contains)).Order(StringComparer.Ordinal)], [.. (addresses ?? []).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A name as Squid compares it; null for what is none.</summary>
    public static string? Canonical(string name)
    {
        var canonical = name.Trim().TrimStart('.').TrimEnd('.').ToLowerInvariant();
        return canonical.Length is > 0 and < 254 && Name.IsMatch(canonical) ? canonical : null;
    }

    public string NamesAsText() => string.Concat(Names.Select(name => $".{name}\n"));

    /// <summary>For <c>url_regex</c>: over plain http, or decrypted, whatever the port.</summary>
    public string AddressesAsText()
    {
        var text = new StringBuilder();
        foreach (var address in Addresses)
        {
            var slash = address.IndexOf('/', StringComparison.Ordinal);
            text.Append("^https?://([^/]*[.])?").Append(Escaped(address[..slash])).Append("(:[0-9]+)?").Append(Escaped(address[slash..])).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Above(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1)) yield return name[(dot + 1)..];
    }

    // Squid's expressions are POSIX's: each character in brackets of its own means itself, but for two.
    private static string Escaped(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' ? $"{c}" : c is '^' or '\\' ? $"\\{c}" : $"[{c}]"));

    private static readonly Regex Name = new(@"\A([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
