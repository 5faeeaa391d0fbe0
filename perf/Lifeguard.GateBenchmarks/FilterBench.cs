using System.Collections.Frozen;
using System.Diagnostics;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.GateBenchmarks;

/// <summary>The engine beside squidGuard, a frozen dictionary, and the memory itself: goals 1 to 6 of the performance page.</summary>
internal static class FilterBench
{
    private const int Pairs = 3;

    public static async Task<int> RunAsync(Place place, bool isShort)
    {
        await Task.Yield();
        var snapshot = Path.Combine(place.Work, "full.snapshot");
        var policy = Path.Combine(place.Work, "policy.yml");
        var lists = Path.Combine(place.Data, "full");
        var cli = Path.Combine(place.Cli, "Lifeguard.Cli");
        Noise.Say();

        Console.WriteLine("\n== From text to decisions (5)");
        List<double> compile = [];
        for (var round = 0; round < Pairs; round++)
        {
            File.Delete(snapshot);
            compile.Add(Peers.Run(cli, $"filter compile --lists '{lists}' --out '{snapshot}'"));
        }

        var filter = OurFilter.Open(snapshot, policy);
        Console.WriteLine($"{filter.Snapshot.Entries:N0} entries, {new FileInfo(snapshot).Length / (double)filter.Snapshot.Entries:N1} bytes an entry (goal: at most 16)");
        Squidguard(place, "one", out var buildOne);
        Squidguard(place, "full", out var buildFull);
        Figures.Row("text to compiled: against squidGuard -C, one list", compile, buildOne, "s", "0.25", lessIsBetter: true);
        Figures.Row("text to compiled: against squidGuard -C, 61 lists", compile, buildFull, "s", "0.25", lessIsBetter: true);
        Opening(snapshot, policy);

        Console.WriteLine("\n== Lines from a file, whole programs in turn (1)");
        var some = Head(place, isShort ? 100_000 : 200_000);
        Helpers(place, cli, snapshot, policy, Path.Combine(place.Work, "warm.in"), "one", 1_000_000, "7 (14)");
        Helpers(place, cli, snapshot, policy, some, "full", isShort ? 100_000 : 200_000, "100 (200)");

        foreach (var kind in new[] { "warm", "cold" }) InProcess(place, filter, kind);
        ScanBench.Run(place);
        Noise.Say();
        return 0;
    }

    /// <summary>Databases are built anew each time, as a school does after an update.</summary>
    private static void Squidguard(Place place, string which, out List<double> seconds)
    {
        seconds = [];
        for (var round = 0; round < Pairs; round++)
        {
            foreach (var old in Directory.EnumerateFiles(Path.Combine(place.Work, "sg", which), "*.db", SearchOption.AllDirectories)) File.Delete(old);
            seconds.Add(Peers.Run("/usr/bin/squidGuard", $"-c '{Path.Combine(place.Work, "sg", which + ".conf")}' -C all"));
        }
    }

    private static void Opening(string snapshot, string policy)
    {
        List<double> opened = [];
        var address = "https://www.plain.example/a"u8.ToArray();
        for (var round = 0; round < 5; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var filter = OurFilter.Open(snapshot, policy);
            WebAddress.TryRead(address, new byte[WebAddress.ScratchLength], out var read);
            filter.Decide(new WebRequest(read), filter.AskerAt(filter.Policy.Lowest), OurFilter.Morning);
            opened.Add(Stopwatch.GetElapsedTime(started).TotalSeconds * 1000);
        }

        Figures.Row("compiled file to first decision (in process)", Figures.Of(opened), "ms", "250");
    }

    private static void Helpers(Place place, string cli, string snapshot, string policy, string input, string which, int lines, string goal)
    {
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            ours.Add(lines / Peers.Feed(cli, $"filter helper --snapshot '{snapshot}' --policy '{policy}' --blocked http://127.0.0.1/blocked", input, out _));
            theirs.Add(lines / Peers.Feed("/usr/bin/squidGuard", $"-c '{Path.Combine(place.Work, "sg", which + ".conf")}'", input, out _));
        }

        Figures.Row($"helper, {lines:N0} lines, start included, squidGuard {which}", ours, theirs, "lines/s", "-");

        // A helper is started once a day and answers for hours: what two million further lines take is its rate.
        var (one, three) = (Path.Combine(place.Work, "warm.in"), Path.Combine(place.Work, "three.in"));
        if (!File.Exists(three)) File.WriteAllLines(three, Enumerable.Repeat(one, 3).SelectMany(File.ReadLines));
        var arguments = $"filter helper --snapshot '{snapshot}' --policy '{policy}' --blocked http://127.0.0.1/blocked";
        List<double> steady = [];
        for (var pair = 0; pair < Pairs; pair++) steady.Add(2_000_000 / (Peers.Feed(cli, arguments, three, out _) - Peers.Feed(cli, arguments, one, out _)));
        Figures.Row($"helper, once it runs, squidGuard {which}", steady, theirs, "lines/s", goal);
    }

    private static string Head(Place place, int lines)
    {
        var path = Path.Combine(place.Work, "some.in");
        File.WriteAllLines(path, File.ReadLines(Path.Combine(place.Work, "warm.in")).Take(lines));
        return path;
    }

    private static void InProcess(Place place, Filter filter, string kind)
    {
        Console.WriteLine($"\n== {kind}: decisions in process, one core (1, 2, 3, 6)");
        var lines = new Lines(Path.Combine(place.Data, kind + ".txt"));
        var asker = filter.AskerAt(filter.Policy.Lowest);
        var reads = new RandomReads();
        var scratch = new byte[WebAddress.ScratchLength];
        var (whole, lookup, memory, frozen) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var plain = Frozen(place);
        for (var pass = 0; pass < Pairs + 2; pass++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var at = 0; at < lines.Count; at++)
            {
                if (WebAddress.TryRead(lines[at], scratch, out var address) is AddressFault.None) filter.Decide(new WebRequest(address), asker, OurFilter.Morning);
            }

            var decided = lines.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            var found = LookUp(lines, filter.Snapshot);
            var rate = reads.Rate();
            var theirs = LookUp(lines, plain);
            if (pass < 2) continue;
            whole.Add(decided / 1e6);
            lookup.Add(found / 1e6);
            memory.Add(rate / 1e6);
            frozen.Add(theirs / 1e6);
        }

        Figures.Row("whole decisions against dependent reads of 128 MiB", whole, memory, "M/s", kind == "cold" ? "0.15 (0.4)" : "-");
        Figures.Row("category look-up alone against the same", lookup, memory, "M/s", kind == "cold" ? "0.5" : "-");
        Figures.Row("category look-up alone against FrozenDictionary", lookup, frozen, "M/s", "2");
        Latency(lines, filter, asker, scratch, Figures.Of(memory));
        Truth(place, filter, lines, kind);
    }

    private static double LookUp(Lines lines, FilterSnapshot snapshot)
    {
        Span<ulong> hashes = stackalloc ulong[NameHash.MostLabels];
        Span<byte> starts = stackalloc byte[NameHash.MostLabels];
        var hits = 0;
        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < lines.Count; at++)
        {
            var host = HostOf(lines[at]);
            var count = NameHash.OfSuffixes(host, hashes, starts);
            if (!snapshot.Find(hashes[..count], default).IsEmpty) hits++;
        }

        return lines.Count / Stopwatch.GetElapsedTime(started).TotalSeconds + (hits == 0 ? 1 : 0);
    }

    private static double LookUp(Lines lines, FrozenDictionary<string, int> names)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> text = stackalloc char[512];
        var hits = 0;
        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < lines.Count; at++)
        {
            var host = HostOf(lines[at]);
            ReadOnlySpan<char> name = text[..Encoding.ASCII.GetChars(host, text)];
            while (true)
            {
                if (lookup.TryGetValue(name, out _))
                {
                    hits++;
                    break;
                }

                var dot = name.IndexOf('.');
                if (dot < 0) break;
                name = name[(dot + 1)..];
            }
        }

        return lines.Count / Stopwatch.GetElapsedTime(started).TotalSeconds + (hits == 0 ? 1 : 0);
    }

    private static ReadOnlySpan<byte> HostOf(ReadOnlySpan<byte> line)
    {
        var host = line[(line.IndexOf("://"u8) + 3)..];
        var end = host.IndexOf((byte)'/');
        return end < 0 ? host : host[..end];
    }

    private static FrozenDictionary<string, int>? _frozen;

    private static FrozenDictionary<string, int> Frozen(Place place)
    {
        if (_frozen is not null) return _frozen;
        var names = new Dictionary<string, int>();
        foreach (var folder in Directory.GetDirectories(Path.Combine(place.Data, "full")))
        {
            foreach (var name in File.ReadLines(Path.Combine(folder, "domains"))) names[name] = 1;
        }

        return _frozen = names.ToFrozenDictionary();
    }

    private static void Latency(Lines lines, Filter filter, Asker asker, byte[] scratch, double reads)
    {
        var times = new long[Math.Min(lines.Count, 400_000)];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < times.Length; at++)
        {
            var started = Stopwatch.GetTimestamp();
            if (WebAddress.TryRead(lines[at], scratch, out var address) is AddressFault.None) filter.Decide(new WebRequest(address), asker, OurFilter.Morning);
            times[at] = Stopwatch.GetTimestamp() - started;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        var p99 = times[(int)(times.Length * 0.99)] * 1e6 / Stopwatch.Frequency;
        Figures.Row($"p99 of one decision, in dependent reads (p50 {times[times.Length / 2] * 1e6 / Stopwatch.Frequency:N2}, p99 {p99:N2} us)", p99 * reads, "reads", "20");
        Figures.Row("bytes allocated by a decision", allocated / (double)times.Length, "bytes", "0");
    }

    /// <summary>What the lists themselves say, against what is decided at a level where nothing else speaks.</summary>
    private static void Truth(Place place, Filter filter, Lines lines, string kind)
    {
        var asker = filter.AskerAt(filter.Policy.Levels[1]);
        var scratch = new byte[WebAddress.ScratchLength];
        var (right, wrong, none) = (0, 0, 0);
        var at = 0;
        foreach (var truth in File.ReadLines(Path.Combine(place.Data, kind + ".truth")))
        {
            var line = lines[at++];
            if (WebAddress.TryRead(line, scratch, out var address) is not AddressFault.None)
            {
                // Made-up names that end in a number are addresses for no browser; they are refused.
                none++;
                continue;
            }

            var verdict = filter.Decide(new WebRequest(address), asker, OurFilter.Morning);
            var isRight = truth == "-" ? verdict.IsAllowed : verdict.Reason is Reason.Category && truth.Split(',').Contains(filter.Snapshot.Lists[verdict.List].Name);
            if (isRight) right++;
            else if (wrong++ < 5) Console.WriteLine($"  differs: {Encoding.UTF8.GetString(line)}: {truth}, and {verdict.Action} {verdict.Reason}");
        }

        Console.WriteLine($"agreement with the lists themselves: {100.0 * right / (right + wrong):N4} % of {right + wrong:N0} addresses (goal 100); {none:N0} more are no addresses and were refused");
    }
}
