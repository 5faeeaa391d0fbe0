using System.Reflection;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>Facts about the web that come with the engine, from the files in <c>Data</c>; each file says what it rests on and when it was looked at.</summary>
internal static class BuiltIn
{
    /// <summary>A site where people search.</summary>
    /// <param name="Keys">Parts of the query that hold what is searched for.</param>
    /// <param name="SafeKey">The part of the query that turns safe search on; empty where the site has none.</param>
    /// <param name="IsVideo">A video site, which takes a header instead.</param>
    internal sealed record SearchSite(IReadOnlyList<string> Hosts, byte[][] Keys, byte[] SafeKey, byte[] SafeValue, bool IsVideo);

    internal enum FrontKind : byte
    {
        /// <summary>The target is the first label, with dashes for dots: <c>blocked-test.front.example</c>.</summary>
        Label,

        /// <summary>The target stands in the path behind a beginning: <c>/web/2020/blocked.test/</c>.</summary>
        Path,
    }

    /// <summary>A site that shows other sites under its own name.</summary>
    /// <param name="After">For <see cref="FrontKind.Path"/>: the segments that go before the target, one way each; a <c>*</c> stands for one segment.</param>
    internal sealed record Front(string Host, FrontKind Kind, byte[][][] After);

    // First of all: the others name countries.
    private static readonly string[] Countries = [.. Lines("countries.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static IReadOnlyList<string> Helplines { get; } = [.. Lines("helplines.txt")];
    public static SearchSite[] Searches { get; } = [.. Lines("searches.txt").Select(Search)];
    public static Front[] Fronts { get; } = [.. Lines("fronts.txt").SelectMany(FrontsOf)];

    private static SearchSite Search(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        var safe = fields[2].Split('=', 2);
        return new SearchSite(
            [.. fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Hosts)],
            [.. fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bytes)],
            safe.Length == 2 ? Bytes(safe[0]) : [], safe.Length == 2 ? Bytes(safe[1]) : [], fields[2] == "video");
    }

    private static IEnumerable<Front> FrontsOf(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        byte[][][] after = fields.Length > 2 ? [.. fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Segments)] : [];
        foreach (var host in fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Hosts))
        {
            yield return new Front(host, fields[1] == "label" ? FrontKind.Label : FrontKind.Path, after);
        }
    }

    /// <summary><c>google.*</c> is that name in every country.</summary>
    private static IEnumerable<string> Hosts(string pattern)
    {
        if (!pattern.EndsWith(".*", StringComparison.Ordinal)) return [pattern];
        var name = pattern[..^2];
        return Countries.SelectMany(country => new[] { $"{name}.{country}", $"{name}.co.{country}", $"{name}.com.{country}" }).Prepend($"{name}.com");
    }

    private static byte[][] Segments(string path) => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Bytes)];

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static List<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Lifeguard.Filtering.Engine.Data.{name}")!;
        using var reader = new StreamReader(stream);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } text && text[0] != '#') lines.Add(text);
        }

        return lines;
    }
}
