using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lifeguard.Filtering.Engine.Content;

namespace Lifeguard.GateBenchmarks;

/// <summary>Weighted phrases over pages, in process: our reader of pages beside Hyperscan's bare matcher, with e2guardian's own lists (read here, not kept). Goal 9.</summary>
internal static partial class ScanBench
{
    private const string Lists = "/etc/e2guardian/lists";

    public static int Run(Place place)
    {
        Console.WriteLine("\n== Weighted phrases over pages of 100 kB, one core (9)");
        var builder = new PhraseSetBuilder();
        var distinct = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            var text = File.ReadAllText(file, Encoding.Latin1);
            builder.Add(file, text);
            foreach (Match phrase in Phrase().Matches(text))
            {
                if (phrase.Groups[1].Value is { Length: > 1 } one && !int.TryParse(one, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) distinct.Add(one.ToLowerInvariant());
            }
        }

        var built = Stopwatch.GetTimestamp();
        var phrases = builder.Build();
        Console.WriteLine($"{phrases.Phrases.Length:N0} phrases, {phrases.Combinations.Length:N0} combinations, {phrases.Ends.Length:N0} states, {phrases.Next.Length * 4 / 1048576.0:N1} MiB, built in {Stopwatch.GetElapsedTime(built).TotalSeconds:N2} s");
        var plain = Path.Combine(place.Work, "phrases.txt");
        File.WriteAllText(plain, string.Join('\n', distinct) + "\n", Encoding.Latin1);

        var pages = Directory.GetFiles(Path.Combine(place.Work, "pages"), "*.html").Order(StringComparer.Ordinal).ToList();
        var bytes = pages.ConvertAll(File.ReadAllBytes);
        var size = bytes.Sum(page => (long)page.Length);
        var (whole, theirs, matcher) = (new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < 5; pair++)
        {
            whole.Add(Rate(size, bytes, page =>
            {
                var reader = new PageReader(phrases, int.MaxValue);
                for (var at = 0; at < page.Length; at += 16384) reader.Read(page.AsSpan(at, Math.Min(16384, page.Length - at)));
                reader.End();
            }));
            matcher.Add(Rate(size, bytes, page => new PageReader(phrases, int.MaxValue).ReadPlain(page)));
            theirs.Add(Hyperscan(place, plain, pages));
        }

        Figures.Row("matcher alone against Hyperscan's", matcher[1..], theirs[1..], "MB/s", "0.5");
        Figures.Row("whole reading (tags, references, weights) against the same", whole[1..], theirs[1..], "MB/s", "-");
        return 0;
    }

    private static double Rate(long size, List<byte[]> pages, Action<byte[]> read)
    {
        const int Rounds = 10;
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++) pages.ForEach(read);
        return Rounds * size / Stopwatch.GetElapsedTime(started).TotalSeconds / 1e6;
    }

    private static double Hyperscan(Place place, string phrases, List<string> pages)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(place.Tools, "hs"), [phrases, .. pages]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(Median().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    internal static IEnumerable<string> Files() =>
        new[] { "weightedphraselist", "bannedphraselist", "exceptionphraselist" }.SelectMany(list => Include().Matches(File.ReadAllText(Path.Combine(Lists, list), Encoding.Latin1))).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\.Include<([^>]+)>", RegexOptions.Multiline)]
    private static partial Regex Include();

    [GeneratedRegex("<([^>]*)>")]
    private static partial Regex Phrase();

    [GeneratedRegex("scan: median ([0-9.]+)")]
    private static partial Regex Median();
}
